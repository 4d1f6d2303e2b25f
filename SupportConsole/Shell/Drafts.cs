using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace SupportConsole.Shell;

/// <summary>
/// Text that is being typed and not yet sent. The browser keeps it (js/drafts.js saves what is typed in an element with
/// data-draft, and all of a form with data-draft-form), so that it outlives the circuit; sent or signed out, it is gone.
/// </summary>
public sealed class Drafts(IJSRuntime js, AuthenticationStateProvider authentication)
{
    /// <summary>The key of a draft of whoever is signed in: two people at one browser do not find each other's.</summary>
    public async Task<string> KeyAsync(string what) =>
        $"{(await authentication.GetAuthenticationStateAsync()).User.FindFirstValue(ClaimTypes.NameIdentifier)}/{what}";

    public async Task<string> ReadAsync(string key) => await js.InvokeAsync<string?>("supportConsole.draft", key) ?? "";

    /// <summary>A form as <see cref="KeepFormAsync"/> or the browser left it; null when there is none.</summary>
    public async Task<IReadOnlyDictionary<string, string>?> ReadFormAsync(string key)
    {
        try
        {
            return await ReadAsync(key) is { Length: > 0 } text
                ? JsonSerializer.Deserialize<string[][]>(text)!.Where(field => field.Length == 2).DistinctBy(field => field[0]).ToDictionary(field => field[0], field => field[1])
                : null;
        }
        catch (JsonException)
        {
            return null; // What stands in somebody's browser is theirs to change.
        }
    }

    public async Task KeepAsync(string key, string text) => await js.InvokeVoidAsync("supportConsole.keepDraft", key, text);

    /// <summary>For what changes a form without typing: a line that is added or taken away, an undo.</summary>
    public Task KeepFormAsync(string key, IEnumerable<(string Name, string Value)> fields) =>
        KeepAsync(key, JsonSerializer.Serialize(fields.Select(field => new[] { field.Name, field.Value })));

    public async Task ClearAsync(string key) => await js.InvokeVoidAsync("supportConsole.clearDraft", key);
}
