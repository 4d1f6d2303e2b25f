namespace SupportConsole.Domain.Triage.Text;

/// <summary>The line that a telephone or a mail program puts below every mail: "Sent from my iPhone", "Get Outlook for iOS".</summary>
internal static class DeviceLine
{
    private const int Longest = 60;

    // "Sent from my phone" and "Sent from my Galaxy S21" are such lines; of more words it is one where it also ends with a device.
    private const int FewWords = 3;

    private static readonly string[] Beginnings =
    [
        "sent from my ", "sent from ", "sent with ", "sent via ", "sent using ", "get outlook for ", "download outlook for ",
        "verzonden vanaf mijn ", "verzonden vanaf ", "verzonden vanuit ", "verzonden met ", "verzonden via ",
        "verstuurd vanaf mijn ", "verstuurd vanaf ", "verstuurd vanuit ", "verstuurd met ", "verstuurd via ", "download outlook voor ", "outlook voor ",
    ];

    private static readonly string[] Devices =
    [
        "iphone", "ipad", "ios", "android", "samsung", "galaxy", "huawei", "pixel", "xiaomi", "oneplus", "blackberry", "windows", "mac", "outlook", "mail", "gmail", "protonmail",
        "phone", "mobile", "smartphone", "tablet", "device", "telefoon", "mobiel", "mobieltje", "toestel", "apparaat", "downloaden", "ophalen",
    ];

    public static bool Is(ReadOnlySpan<char> line)
    {
        // The address of the program may stand behind it: "Get Outlook for iOS<https://...>".
        if (line.IndexOfAny('<', '(', '[') is var behind and > 0)
            line = line[..behind];
        line = line.Trim().TrimEnd('.');
        if (line.Length is 0 or > Longest || line[^1] == '?')
            return false;
        foreach (var beginning in Beginnings)
        {
            if (line.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return NamesDevice(line[beginning.Length..]);
        }

        return false;
    }

    private static bool NamesDevice(ReadOnlySpan<char> words)
    {
        var (count, named, last) = (0, false, false);
        foreach (var range in words.SplitAny(' ', ',', '-', '\u00A0'))
        {
            var word = words[range];
            if (word.IsEmpty)
                continue;
            count++;
            last = IsDevice(word);
            named |= last;
        }

        return last || (named && count <= FewWords);
    }

    private static bool IsDevice(ReadOnlySpan<char> word)
    {
        foreach (var device in Devices)
        {
            if (word.Equals(device, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
