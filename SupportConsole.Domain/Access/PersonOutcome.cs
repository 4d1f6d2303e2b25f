namespace SupportConsole.Domain.Access;

/// <summary>How a change of a person ended. LastAdmin: without them nobody could change anything any more.</summary>
public enum PersonOutcome
{
    Done,
    NoChange,
    LastAdmin,
    NotFound,
}
