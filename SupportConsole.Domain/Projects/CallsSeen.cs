namespace SupportConsole.Domain.Projects;

/// <summary>Calls, and how many of them completed.</summary>
public readonly record struct CallsSeen(int Completed, int Calls)
{
    public double Rate => Calls == 0 ? 0 : (double)Completed / Calls;
}
