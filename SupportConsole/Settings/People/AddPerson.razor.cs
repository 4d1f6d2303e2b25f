using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Domain.Access;

namespace SupportConsole.Settings.People;

public sealed partial class AddPerson
{
    private readonly Dictionary<string, string> _faults = [];
    private string _name = "";
    private string _email = "";
    private string _role = Roles.Staff; // The least that anybody needs.

    [Parameter, EditorRequired]
    public EventCallback<Person> OnAdded { get; set; }

    [Inject]
    private Domain.Access.People People { get; set; } = default!;

    [Inject]
    private CurrentActor Who { get; set; } = default!;

    [Inject]
    private IStringLocalizer<PeopleWords> Words { get; set; } = default!;

    private string? Fault(string field) => _faults.GetValueOrDefault(field);

    private string? Invalid(string field) => _faults.ContainsKey(field) ? "true" : null;

    private async Task AddAsync()
    {
        _faults.Clear();
        var draft = new PersonDraft(_email, _name, _role);
        var errors = draft.Check();
        if (errors.For("name").Count > 0)
            _faults["name"] = Words["Fault.name", AccessRules.NameLength];
        if (errors.For("email").Count > 0)
            _faults["email"] = Words["Fault.email"];
        if (_faults.Count > 0)
            return;
        if (await People.AddAsync(draft, await Who.GetAsync()) is not { } person)
        {
            _faults["email"] = Words["Fault.taken"];
            return;
        }

        (_name, _email) = ("", "");
        await OnAdded.InvokeAsync(person);
    }
}
