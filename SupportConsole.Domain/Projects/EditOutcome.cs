namespace SupportConsole.Domain.Projects;

/// <summary>How an edit ended. Moved: somebody else changed it since it was read.</summary>
public enum EditOutcome
{
    Done,
    NoChange,
    Moved,
    NotFound,
}
