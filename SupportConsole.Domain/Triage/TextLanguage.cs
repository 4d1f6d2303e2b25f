namespace SupportConsole.Domain.Triage;

public enum TextLanguage : byte
{
    Other,
    Dutch,
    English,
}
