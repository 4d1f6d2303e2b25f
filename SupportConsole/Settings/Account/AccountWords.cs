namespace SupportConsole.Settings.Account;

/// <summary>Names the words of one's own account: AccountWords.resx (English) and AccountWords.nl.resx.</summary>
public sealed class AccountWords;
