using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Domain.Access;

namespace SupportConsole.Access;

public sealed partial class PasswordResetPage
{
    private const string Form = "password-reset";

    private string? _name;
    private string? _fault;

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? Token { get; set; }

    [SupplyParameterFromForm(FormName = Form)]
    private string? Password { get; set; }

    [SupplyParameterFromForm(FormName = Form)]
    private string? Again { get; set; }

    [Inject]
    private IStringLocalizer<AccessWords> Words { get; set; } = default!;

    [Inject]
    private NavigationManager Addresses { get; set; } = default!;

    [Inject]
    private ResetLinks ResetLinks { get; set; } = default!;

    [Inject]
    private People People { get; set; } = default!;

    [Inject]
    private BrowserSignIn Browser { get; set; } = default!;

    [Inject]
    private SignInRate Rate { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _name = await ResetLinks.NameForAsync(Token, Http.RequestAborted);
        if (_name is null)
            Http.Response.StatusCode = StatusCodes.Status410Gone;
    }

    private async Task SetAsync()
    {
        if (_name is null)
            return;
        _fault = !Rate.Allows(Http) ? Words["TooManyTries"] : NewPasswordFields.FaultOf(Password, Again, _name, Words);
        if (_fault is not null)
            return;

        if (await ResetLinks.UseAsync(Token, Password!, Http.RequestAborted)
            && await People.FindAsync(_name, Http.RequestAborted) is { } person && await Browser.SignInAsync(Http, person.Id))
        {
            Addresses.NavigateTo(Links.Today);
        }
        else
        {
            _name = null;
        }
    }
}
