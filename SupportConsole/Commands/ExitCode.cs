namespace SupportConsole.Commands;

/// <summary>What a command answers to the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Fault = 1;
    public const int Usage = 2;

    /// <summary>Done, and some lines were rejected.</summary>
    public const int Rejects = 3;
}
