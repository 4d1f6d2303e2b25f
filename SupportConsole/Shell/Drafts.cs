using Microsoft.JSInterop;

namespace SupportConsole.Shell;

/// <summary>
/// Text that is being typed and not yet sent. The browser keeps it (js/drafts.js saves what is typed in an element with
/// data-draft), so that it outlives the circuit; sent or signed out, it is gone.
/// </summary>
public sealed class Drafts(IJSRuntime js)
{
    public async Task<string> ReadAsync(string key) => await js.InvokeAsync<string?>("supportConsole.draft", key) ?? "";

    public async Task ClearAsync(string key) => await js.InvokeVoidAsync("supportConsole.clearDraft", key);
}
