namespace SupportConsole.Domain.Access;

/// <summary>How a new password was taken. TooPlain: three different signs or fewer, or the e-mail address itself.</summary>
public enum PasswordOutcome
{
    Done,
    WrongPassword,
    TooShort,
    TooLong,
    TooPlain,
}
