using System.Text.RegularExpressions;

namespace SupportConsole.Domain.Access;

/// <summary>Limits of names and passwords; SQLite enforces no lengths, so every writer checks these.</summary>
public static partial class AccessRules
{
    public const int EmailLength = 254;
    public const int NameLength = 100;

    /// <summary>Length is what makes a password hard to guess; rules about signs only make it hard to remember.</summary>
    public const int LeastPassword = 10;

    /// <summary>Longer ones cost us hashing time and protect nobody better.</summary>
    public const int MostPassword = 200;

    /// <summary>Something before one @ and a domain with a dot after it, without white space: whether it exists only a mail can tell.</summary>
    [GeneratedRegex(@"\A(?=.{3,254}\z)[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+\z", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    public static partial Regex EmailPattern();

    /// <summary>Names of keys and webhooks: the source of their events, so short and plain.</summary>
    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,59}\z", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    public static partial Regex CallerNamePattern();

    public const string CallerNameText = "Use 1 to 60 letters, digits, dots, dashes or underscores, starting with a letter or digit.";

    public static string Normal(string email) => email.Trim().ToUpperInvariant();

    /// <summary>Whether this may be somebody's password: Done, or what is wrong with it.</summary>
    public static PasswordOutcome Judge(string password, string email) =>
        password.Length < LeastPassword ? PasswordOutcome.TooShort
        : password.Length > MostPassword ? PasswordOutcome.TooLong
        : password.Distinct().Count() < 4 || string.Equals(password, email, StringComparison.OrdinalIgnoreCase) ? PasswordOutcome.TooPlain
        : PasswordOutcome.Done;
}
