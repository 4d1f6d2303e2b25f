using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;

namespace SupportConsole.Shell;

/// <summary>Keeps the frame when a page fails: a calm message with a reference that is in the log too, and another try.</summary>
public sealed partial class CalmBoundary : IDisposable
{
    /// <summary>For a part of the frame: a few words in its place.</summary>
    [Parameter]
    public bool Brief { get; set; }

    [Inject]
    private ILogger<CalmBoundary> Log { get; set; } = default!;

    [Inject]
    private IStringLocalizer<ShellWords> Words { get; set; } = default!;

    [Inject]
    private NavigationManager Addresses { get; set; } = default!;

    private string Reference { get; set; } = "";

    protected override void OnInitialized() => Addresses.LocationChanged += LeaveFault;

    protected override Task OnErrorAsync(Exception exception)
    {
        Reference = RandomNumberGenerator.GetHexString(8, lowercase: true);
        Log.LogError(exception, "A page or a part of the frame failed, reference {Reference}", Reference);
        return Task.CompletedTask;
    }

    public void Dispose() => Addresses.LocationChanged -= LeaveFault;

    // The next page is not to blame for this one.
    private void LeaveFault(object? sender, LocationChangedEventArgs where) => Recover();
}
