namespace SupportConsole.Domain.Triage;

[Flags]
public enum TriageFlag : byte
{
    None = 0,

    /// <summary>Tells of an error or an exception.</summary>
    Error = 1,

    /// <summary>Holds code, a log or a stack trace.</summary>
    Code = 2,

    /// <summary>Says that a picture of the screen is with it; an attached image sets it too.</summary>
    Screenshot = 4,
}
