namespace SupportConsole.Domain.Suggestions;

/// <summary>The usual reasons, one key each on the page (1, 2, ...); the number is the digit.</summary>
public enum RejectReason
{
    NotAProblem = 1,
    WrongCause = 2,
    WrongWording = 3,
    NotNow = 4,
    Other = 5,
}
