using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Live;
using SupportConsole.Live;
using SupportConsole.Shell;

namespace SupportConsole.Settings.People;

public sealed partial class PeoplePage : LiveComponent
{
    private const int PageSize = 100;

    private IReadOnlyList<PersonRow> _people = [];
    private Load _load = Load.Loading;
    private PersonLink? _link;
    private long? _me;
    private int _shown = PageSize;
    private bool _more;

    [Inject]
    private Domain.Access.People People { get; set; } = default!;

    [Inject]
    private CurrentActor Who { get; set; } = default!;

    [Inject]
    private ConsoleAddress Address { get; set; } = default!;

    [Inject]
    private IOptionsMonitor<AccessOptions> Options { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private ILogger<PeoplePage> Log { get; set; } = default!;

    [Inject]
    private IStringLocalizer<PeopleWords> Words { get; set; } = default!;

    protected override IReadOnlyCollection<LiveTopic> Topics => [LiveTopic.Access];

    protected override async Task ReadAsync()
    {
        try
        {
            _me = (await Who.GetAsync()).PersonId;
            var rows = await People.ListAsync(take: _shown + 1, cancellation: Gone);
            (_people, _more) = ([.. rows.Take(_shown)], rows.Count > _shown);
            _load = Load.Full;
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not AccessDeniedException)
        {
            Log.LogError(fault, "The people could not be read");
            _load = Load.Failed;
        }
    }

    private Task ShowMoreAsync()
    {
        _shown += PageSize;
        return ReadAsync();
    }

    private Task AddedAsync(Person person) => MakeLinkAsync(person.Id, person.DisplayName);

    private Task MakeLinkAsync(PersonRow person) => MakeLinkAsync(person.Id, person.DisplayName);

    private async Task MakeLinkAsync(long id, string name)
    {
        if (await People.ResetTokenAsync(id, await Who.GetAsync()) is { } token)
            _link = new(name, Address.Of(Links.PasswordReset, token));
        else
            Toasts.Show(Words["NotFound"], Tone.Warning);
        await ReadAsync();
    }

    private Task ChangeRoleAsync(PersonRow person, string role) => ChangeAsync(
        person, who => People.ChangeRoleAsync(person.Id, role, who), Words["Done.Role", person.DisplayName, Words[$"Role.{role}"]],
        who => People.ChangeRoleAsync(person.Id, person.Role, who));

    private Task DisableAsync(PersonRow person) => ChangeAsync(
        person, who => People.DisableAsync(person.Id, who), Words["Done.Disabled", person.DisplayName], who => People.EnableAsync(person.Id, who));

    private Task EnableAsync(PersonRow person) => ChangeAsync(
        person, who => People.EnableAsync(person.Id, who), Words["Done.Enabled", person.DisplayName], who => People.DisableAsync(person.Id, who));

    private Task SignOutAsync(PersonRow person) =>
        ChangeAsync(person, who => People.SignOutAsync(person.Id, who), Words["Done.SignedOut", person.DisplayName], undo: null);

    private async Task ChangeAsync(
        PersonRow person, Func<Actor, Task<PersonOutcome>> change, string done, Func<Actor, Task<PersonOutcome>>? undo)
    {
        var who = await Who.GetAsync();
        switch (await change(who))
        {
            case PersonOutcome.Done:
                Toasts.Show(done, Tone.Good, undo is null ? null : () => UndoAsync(person, undo));
                break;
            case PersonOutcome.LastAdmin:
                Toasts.Show(Words["LastAdmin", person.DisplayName], Tone.Bad);
                break;
            case PersonOutcome.NotFound:
                Toasts.Show(Words["NotFound"], Tone.Warning);
                break;
        }

        // Who gave up their own role is signed out by it; the router leads them away.
        if (person.Id != who.PersonId)
            await ReadAsync();
    }

    private async Task UndoAsync(PersonRow person, Func<Actor, Task<PersonOutcome>> undo)
    {
        if (await undo(await Who.GetAsync()) == PersonOutcome.LastAdmin)
            Toasts.Show(Words["LastAdmin", person.DisplayName], Tone.Bad);
    }
}
