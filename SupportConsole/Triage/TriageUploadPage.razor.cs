using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Intake.Imports;
using SupportConsole.Domain.Intake.Labels;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Triage.Learning;
using SupportConsole.Imports;
using SupportConsole.Jobs;

namespace SupportConsole.Triage;

/// <summary>A file of labelled texts: its columns and what is wrong with its first lines, then how far the job is with it, then what came of it.</summary>
public sealed partial class TriageUploadPage
{
    private FileInspection? _found;
    private LabelledCheck? _check;
    private LabelUpload? _upload;
    private LabelColumns _columns = new(LabelColumns.None, LabelColumns.None);
    private int _labels;
    private bool _asking, _checking;

    /// <summary>The name by which the file is kept.</summary>
    [Parameter]
    public string File { get; set; } = "";

    /// <summary>As the person's own disk calls it.</summary>
    [SupplyParameterFromQuery]
    public string? Name { get; set; }

    [Inject]
    private LabelledFiles Files { get; set; } = default!;

    [Inject]
    private LabelUploads Uploads { get; set; } = default!;

    [Inject]
    private LabelQueries Labels { get; set; } = default!;

    [Inject]
    private JobControl Control { get; set; } = default!;

    [Inject]
    private CurrentActor Actor { get; set; } = default!;

    [Inject]
    private ImportWording Imports { get; set; } = default!;

    [Inject]
    private TriageWording Wording { get; set; } = default!;

    [Inject]
    private IStringLocalizer<TriageWords> Words { get; set; } = default!;

    /// <summary>The columns that can be chosen: their words, what stands there without one, and what choosing one changes.</summary>
    private IEnumerable<(string Id, string Name, string None, int Chosen, Func<int, LabelColumns> Choose)> Choices =>
    [
        ("text-column", "TextColumn", "ChooseColumn", _columns.Text, column => _columns with { Text = column }),
        .. LabelKinds.All.Select(kind => ($"{LabelKinds.Name(kind)}-column", $"Column.{kind}", "NoColumn", _columns[kind], (Func<int, LabelColumns>)(column => _columns.With(kind, column)))),
    ];

    protected override IReadOnlyCollection<LiveTopic> Topics => [LiveTopic.Job];

    protected override TimeSpan Pause => TimeSpan.FromMilliseconds(300);

    protected override object Question => File;

    protected override async Task<Load> AnswerAsync()
    {
        _upload = await Uploads.GetAsync(File, Gone);
        if (_upload is null && _found is null && Files.IsKept(File) && Files.Inspect(File) is { Errors.Any: false } found)
        {
            _found = found;
            _columns = LabelledFiles.Guess(found.Columns);
            await CheckAsync();
        }

        return Load.Full;
    }

    /// <summary>Goes through the whole file, once for each choice of columns.</summary>
    private async Task CheckAsync()
    {
        var columns = _columns;
        (_check, _checking) = (null, false);
        if (!columns.IsWhole)
            return;
        _checking = true;
        var check = await Task.Run(() => Files.Check(File, _found!, columns), Gone);
        var here = await Labels.TotalsAsync(LabelKind.Topic, Gone);
        if (columns != _columns)
            return; // Another choice was made meanwhile, and is looked at.
        (_check, _checking) = (check, false);
        var topics = check.Labels.GetValueOrDefault(LabelKind.Topic)?.Labels ?? new HashSet<string>();
        _labels = topics.Count == 0 ? 0 : Math.Max(here.LabelCount, topics.Union(here.Labels.Select(known => known.Label)).Count(known => known != LearningOptions.OutOfScope));
    }

    private Task ChooseAsync(Func<int, LabelColumns> choose, string? column)
    {
        _columns = choose(int.Parse(column ?? "-1", CultureInfo.InvariantCulture));
        return CheckAsync();
    }

    private async Task AddAsync()
    {
        if (_asking || _check is not { Torn: null } check)
            return;
        _asking = true;
        try
        {
            var actor = await Actor.GetAsync();
            await Uploads.AskAsync(File, string.IsNullOrWhiteSpace(Name) ? "texts.csv" : Name, _columns, check, actor, Gone);
            await Control.AddLabelsAsync(actor, Gone);
            await RetryAsync();
        }
        finally
        {
            _asking = false;
        }
    }
}
