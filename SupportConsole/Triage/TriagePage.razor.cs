using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Triage.Models;
using SupportConsole.Shell;

namespace SupportConsole.Triage;

public sealed partial class TriagePage
{
    private static readonly string[] Examples = ["Refund", "Down", "Confused", "Grateful", "Integration"];

    private readonly Typing _typing = new();
    private string _text = "", _read = "";
    private string? _draft;
    private int _waiting, _labelled;
    private bool _mayCorrect, _mayRead;
    private UnderstoodText? _understood;
    private LoadedModels? _by;
    private IReadOnlyList<Why> _whys = [];
    private LabelTotals _topics = LabelTotals.None;

    [CascadingParameter]
    private Task<AuthenticationState> Person { get; set; } = default!;

    [Inject]
    private TriageDesk Desk { get; set; } = default!;

    [Inject]
    private ModelInForce Model { get; set; } = default!;

    [Inject]
    private LabelQueries Labels { get; set; } = default!;

    [Inject]
    private ModelVersions Versions { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private Drafts Drafts { get; set; } = default!;

    [Inject]
    private IStringLocalizer<TriageWords> Words { get; set; } = default!;

    protected override IReadOnlyCollection<LiveTopic> Topics => [LiveTopic.Triage];

    protected override object Question => nameof(TriagePage);

    protected override async Task OnInitializedAsync()
    {
        var person = (await Person).User;
        (_mayCorrect, _mayRead) = (LabelledTexts.MayCorrect.Any(person.IsInRole), person.IsReader());
        _draft = await Drafts.KeyAsync("triage");
        _text = TextOf(Examples[0]);
        Understand();
        await base.OnInitializedAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && await Drafts.ReadAsync(_draft!) is { Length: > 0 } kept)
        {
            await ShowAsync(kept);
            StateHasChanged();
        }
    }

    protected override async Task<Load> AnswerAsync()
    {
        var (labelled, waiting) = (0, 0);
        foreach (var kind in LabelKinds.All)
        {
            var totals = await Labels.TotalsAsync(kind, Gone);
            labelled += totals.Texts;
            waiting += await Labels.SinceAsync(kind, await Versions.LastTextIdAsync(kind, Gone), Gone);
            _topics = kind == LabelKind.Topic ? totals : _topics;
        }

        (_labelled, _waiting) = (labelled, waiting);
        if (!ReferenceEquals(_by, Model.Now))
            Understand();
        return Load.Full;
    }

    private string TextOf(string example) => Words[$"ExampleText.{example}"];

    private async Task TypedAsync()
    {
        if (await _typing.PausesAsync(Clock, Gone))
            Understand();
    }

    private async Task ShowAsync(string text)
    {
        _text = text;
        _typing.Forget();
        Understand();
        await Drafts.KeepAsync(_draft!, text);
    }

    /// <summary>Shows another text; one that somebody typed can be had back.</summary>
    private async Task ReplaceAsync(string text)
    {
        var before = _text;
        await ShowAsync(text);
        if (!string.IsNullOrWhiteSpace(before) && Examples.All(example => TextOf(example) != before))
            Toasts.Show(Words[text.Length == 0 ? "TextCleared" : "TextReplaced"], undo: () => InvokeAsync(() => ShowAgainAsync(before)), about: nameof(TriagePage));
    }

    private async Task ShowAgainAsync(string text)
    {
        await ShowAsync(text);
        StateHasChanged();
    }

    private void Understand()
    {
        (_read, _by) = (_text[..Math.Min(_text.Length, LabelledText.LongestText)], Model.Now); // The box takes one more, which says that there was more.
        _understood = string.IsNullOrWhiteSpace(_read) ? null : Desk.Read(new TriageText("", _read), explain: true);
        _whys = _understood is null ? [] : Why.Of(_understood);
    }
}
