using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Access;

namespace SupportConsole.Access;

public sealed partial class SignInCodePage
{
    private const string Form = "sign-in-code";

    private string? _fault;

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(FormName = Form)]
    private string? Code { get; set; }

    [Inject]
    private IStringLocalizer<AccessWords> Words { get; set; } = default!;

    [Inject]
    private IOptions<AccessOptions> Options { get; set; } = default!;

    [Inject]
    private NavigationManager Addresses { get; set; } = default!;

    [Inject]
    private SignIn SignIn { get; set; } = default!;

    [Inject]
    private BrowserSignIn Browser { get; set; } = default!;

    [Inject]
    private SignInRate Rate { get; set; } = default!;

    protected override void OnInitialized()
    {
        if (!SignIn.IsHalfway(Http.Halfway()))
            Addresses.NavigateTo($"{Links.SignIn}?returnUrl={Uri.EscapeDataString(LocalAddress.Or(ReturnUrl))}");
    }

    private async Task SignInAsync()
    {
        if (!Rate.Allows(Http))
        {
            _fault = Words["TooManyTries"];
        }
        else if (await SignIn.CodeAsync(Http.Halfway(), Code ?? "", Http.RequestAborted) is { } person && await Browser.SignInAsync(Http, person))
        {
            Http.DropHalfway();
            Addresses.NavigateTo(LocalAddress.Or(ReturnUrl));
        }
        else
        {
            Http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            _fault = Words["WrongCode", Options.Value.LockoutAfter, Options.Value.LockoutMinutes];
        }
    }
}
