using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Access;

namespace SupportConsole.Access;

public sealed partial class SignInPage
{
    private const string Form = "sign-in";

    private bool _nobodyYet;
    private string? _fault;

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    /// <summary>A role of the demo.</summary>
    [SupplyParameterFromQuery]
    private string? As { get; set; }

    [SupplyParameterFromForm(FormName = Form)]
    private string? Email { get; set; }

    [SupplyParameterFromForm(FormName = Form)]
    private string? Password { get; set; }

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

    [Inject]
    private People People { get; set; } = default!;

    [Inject]
    private DemoDoor Demo { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        if (As is not null && await Demo.OpenAsync(Http, As) is { } person && await Browser.SignInAsync(Http, person))
            Addresses.NavigateTo(LocalAddress.Or(ReturnUrl));
        else if (HttpMethods.IsGet(Http.Request.Method) && Http.User.Identity?.IsAuthenticated == true)
            Addresses.NavigateTo(LocalAddress.Or(ReturnUrl));
        else
            _nobodyYet = await People.NobodyYetAsync(Http.RequestAborted);
    }

    private async Task SignInAsync()
    {
        if (!Rate.Allows(Http))
        {
            _fault = Words["TooManyTries"];
            return;
        }

        var step = await SignIn.PasswordAsync(Email ?? "", Password ?? "", Http.RequestAborted);
        if (step.Halfway is not null)
        {
            Http.SetHalfway(step.Halfway);
            Addresses.NavigateTo($"{Links.SignInCode}?returnUrl={Uri.EscapeDataString(LocalAddress.Or(ReturnUrl))}");
        }
        else if (step.PersonId is { } person && await Browser.SignInAsync(Http, person))
        {
            Addresses.NavigateTo(LocalAddress.Or(ReturnUrl));
        }
        else
        {
            Http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            _fault = Words["NotSignedIn", Options.Value.LockoutAfter, Options.Value.LockoutMinutes];
        }
    }
}
