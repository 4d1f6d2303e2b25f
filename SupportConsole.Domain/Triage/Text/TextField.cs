namespace SupportConsole.Domain.Triage.Text;

/// <summary>The part of a message in which something was found.</summary>
public enum TextField : byte
{
    Subject,
    Body,
}
