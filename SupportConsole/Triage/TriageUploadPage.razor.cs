using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Intake.Imports;
using SupportConsole.Domain.Intake.Labels;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Triage.Learning;
using SupportConsole.Jobs;

namespace SupportConsole.Triage;

/// <summary>A file of labelled texts: its columns and what is wrong with its first lines, then how far the job is with it, then what came of it.</summary>
public sealed partial class TriageUploadPage
{
    private FileInspection? _found;
    private LabelledCheck? _check;
    private LabelUpload? _upload;
    private int _text = -1, _label = -1, _labels;
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
    private IStringLocalizer<TriageWords> Words { get; set; } = default!;

    protected override IReadOnlyCollection<LiveTopic> Topics => [LiveTopic.Job];

    protected override TimeSpan Pause => TimeSpan.FromMilliseconds(300);

    protected override object Question => File;

    protected override async Task<Load> AnswerAsync()
    {
        _upload = await Uploads.GetAsync(File, Gone);
        if (_upload is null && _found is null && Files.IsKept(File) && Files.Inspect(File) is { Errors.Any: false } found)
        {
            _found = found;
            (_text, _label) = LabelledFiles.Guess(found.Columns);
            await CheckAsync();
        }

        return Load.Full;
    }

    /// <summary>Goes through the whole file, once for each choice of columns.</summary>
    private async Task CheckAsync()
    {
        var (text, label) = (_text, _label);
        (_check, _checking) = (null, false);
        if (text < 0 || label < 0 || text == label)
            return;
        _checking = true;
        var check = await Task.Run(() => Files.Check(File, _found!, text, label), Gone);
        var here = await Labels.TotalsAsync(Gone);
        if ((text, label) != (_text, _label))
            return; // Another choice was made meanwhile, and is looked at.
        (_check, _checking) = (check, false);
        _labels = Math.Max(here.LabelCount, check.Labels.Union(here.Labels.Select(known => known.Label)).Count(known => known != LearningOptions.OutOfScope));
    }

    private async Task AddAsync()
    {
        if (_asking || _check is not { } check)
            return;
        _asking = true;
        try
        {
            var actor = await Actor.GetAsync();
            await Uploads.AskAsync(File, string.IsNullOrWhiteSpace(Name) ? "texts.csv" : Name, _text, _label, check, actor, Gone);
            await Control.AddLabelsAsync(actor, Gone);
            await RetryAsync();
        }
        finally
        {
            _asking = false;
        }
    }
}
