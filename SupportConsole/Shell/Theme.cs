using Microsoft.JSInterop;

namespace SupportConsole.Shell;

/// <summary>Light, dark, or as the system says. A cookie keeps it, so that the server draws the first page right.</summary>
public sealed class Theme(IJSRuntime js)
{
    public const string Cookie = "theme";
    public const string Auto = "auto";

    public static IReadOnlyList<string> All { get; } = [Auto, "light", "dark"];

    public static string Parse(string? text) => text is not null && All.Contains(text) ? text : Auto;

    public async Task<string> CurrentAsync() => Parse(await js.InvokeAsync<string>("supportConsole.theme"));

    public async Task ChooseAsync(string theme) => await js.InvokeVoidAsync("supportConsole.chooseTheme", Parse(theme));
}
