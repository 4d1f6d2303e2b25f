using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Domain.Access;

namespace SupportConsole.Access;

public sealed partial class SetUpPage
{
    private const string Form = "set-up";

    private bool _holds;
    private string? _fault;

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? Token { get; set; }

    [SupplyParameterFromForm(FormName = Form)]
    private string? YourName { get; set; }

    [SupplyParameterFromForm(FormName = Form)]
    private string? Email { get; set; }

    [SupplyParameterFromForm(FormName = Form)]
    private string? Password { get; set; }

    [SupplyParameterFromForm(FormName = Form)]
    private string? Again { get; set; }

    [Inject]
    private IStringLocalizer<AccessWords> Words { get; set; } = default!;

    [Inject]
    private NavigationManager Addresses { get; set; } = default!;

    [Inject]
    private SetupLink Link { get; set; } = default!;

    [Inject]
    private People People { get; set; } = default!;

    [Inject]
    private BrowserSignIn Browser { get; set; } = default!;

    [Inject]
    private SignInRate Rate { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _holds = await Link.HoldsAsync(Token, Http.RequestAborted);
        if (!_holds)
            Http.Response.StatusCode = StatusCodes.Status410Gone;
    }

    private async Task AddAsync()
    {
        if (!_holds)
            return;
        var draft = new PersonDraft(Email ?? "", YourName ?? "", Roles.Admin);
        var wrong = draft.Check();
        _fault = !Rate.Allows(Http) ? Words["TooManyTries"]
            : wrong.For("name").Count > 0 ? Words["NameWrong", AccessRules.NameLength]
            : wrong.Any ? Words["EmailWrong"]
            : NewPasswordFields.FaultOf(Password, Again, draft.Email, Words);
        if (_fault is not null)
            return;

        // Null: somebody with the same link was first.
        if (await People.AddFirstAsync(draft, Password!, Http.RequestAborted) is { } person && await Browser.SignInAsync(Http, person.Id))
            Addresses.NavigateTo(Links.Today);
        else
            _holds = false;
    }
}
