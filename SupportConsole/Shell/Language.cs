using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace SupportConsole.Shell;

/// <summary>Changes the language of this browser. The page is loaded again, since a circuit keeps the language it started with.</summary>
public sealed class Language(IJSRuntime js, NavigationManager addresses)
{
    public async Task ChooseAsync(string language)
    {
        await js.InvokeVoidAsync("supportConsole.chooseLanguage", language);
        addresses.Refresh(forceReload: true);
    }
}
