namespace SupportConsole.Domain.Triage;

public enum SentimentLabel : byte
{
    Negative,
    Neutral,
    Positive,
}
