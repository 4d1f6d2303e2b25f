namespace SupportConsole.Access;

/// <summary>Says "Firefox on Windows" for what a browser calls itself, so that people recognise their own sessions.</summary>
internal static class BrowserName
{
    private const int MostLetters = 80;

    // The first that fits: Edge and Opera call themselves Chrome too, and all of them Safari.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string? userAgent)
    {
        var text = userAgent ?? "";
        var browser = Find(Browsers, text);
        return (browser, Find(Systems, text)) switch
        {
            (null, _) => text.Length <= MostLetters ? text : text[..MostLetters],
            (_, null) => browser,
            (_, { } system) => $"{browser} on {system}",
        };
    }

    private static string? Find((string Mark, string Name)[] names, string text) =>
        names.FirstOrDefault(name => text.Contains(name.Mark, StringComparison.Ordinal)).Name;
}
