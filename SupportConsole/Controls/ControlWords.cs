using System.Globalization;
using System.Resources;

namespace SupportConsole.Controls;

/// <summary>The words the small parts bring themselves: ControlWords.resx (English) and ControlWords.nl.resx. Read without injection, so
/// that a control needs nothing but its parameters.</summary>
public sealed class ControlWords
{
    private static readonly ResourceManager Words = new(typeof(ControlWords));

    private ControlWords()
    {
    }

    internal static string Get(string key) => Words.GetString(key, CultureInfo.CurrentUICulture) ?? key;

    internal static string Get(string key, params object[] values) => string.Format(CultureInfo.CurrentCulture, Get(key), values);
}
