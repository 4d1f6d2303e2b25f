namespace SupportConsole.Access;

/// <summary>Where to go after signing in: a place in this console, never one that a link made up elsewhere.</summary>
internal static class LocalAddress
{
    /// <summary><paramref name="address"/> when it is a path of ours, else Today. Browsers drop control characters and turn \ into /.</summary>
    public static string Or(string? address) =>
        address is ['/', ..] && address is not ['/', '/', ..] && !address.Any(letter => char.IsControl(letter) || letter == '\\')
            ? address
            : Links.Today;
}
