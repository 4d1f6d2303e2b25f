namespace SupportConsole.Domain.Detection;

/// <summary>Reads a project's calls and says what is wrong with them. Pure: the same snapshot gives the same findings.</summary>
public interface ICallDetector
{
    /// <summary>Stable: it is stored with each card, and the score is kept by it.</summary>
    string Name { get; }

    IEnumerable<Finding> Find(ProjectSnapshot snapshot, DetectionOptions options);
}
