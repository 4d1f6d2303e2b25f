namespace SupportConsole.Domain.Projects;

/// <summary>How busy a project is and how well it goes.</summary>
/// <param name="Calls">Calls of each day, oldest first.</param>
/// <param name="Completed">Completed calls of all those days.</param>
public sealed record ProjectPace(int[] Calls, int Completed)
{
    public int Total => Calls.Sum();
}
