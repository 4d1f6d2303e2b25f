using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Domain.Intake.Imports;
using SupportConsole.Domain.Intake.Labels;
using SupportConsole.Domain.Triage.Labels;

namespace SupportConsole.Triage;

/// <summary>A file of labelled texts before it is added: its columns, what is wrong with its first lines, then the adding.</summary>
public sealed partial class TriageUploadPage : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private FileInspection? _found;
    private LabelledFile? _read;
    private AddedTexts? _done;
    private int _text = -1, _label = -1, _added;
    private bool _adding, _failed;

    /// <summary>The name by which the file is kept.</summary>
    [Parameter]
    public string File { get; set; } = "";

    /// <summary>As the person's own disk calls it.</summary>
    [SupplyParameterFromQuery]
    public string? Name { get; set; }

    [Inject]
    private LabelledFiles Files { get; set; } = default!;

    [Inject]
    private LabelledTexts Texts { get; set; } = default!;

    [Inject]
    private CurrentActor Actor { get; set; } = default!;

    [Inject]
    private ILogger<TriageUploadPage> Logger { get; set; } = default!;

    [Inject]
    private IStringLocalizer<TriageWords> Words { get; set; } = default!;

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnInitialized()
    {
        if (!Files.IsKept(File) || Files.Inspect(File) is not { Errors.Any: false } found)
            return;
        _found = found;
        (_text, _label) = LabelledFiles.Guess(found.Columns);
        Check();
    }

    private void Check() => _read = _text >= 0 && _label >= 0 && _text != _label ? Files.Read(File, _found!, _text, _label) : null;

    private async Task AddAsync()
    {
        if (_adding || _read is not { } read)
            return;
        (_adding, _failed, _added) = (true, false, 0);
        try
        {
            var name = string.IsNullOrWhiteSpace(Name) ? "texts.csv" : Name[..Math.Min(Name.Length, LabelledText.LongestLabel)];
            _done = await Texts.AddAsync(read.Texts, name, await Actor.GetAsync(), ToldAsync, _gone.Token);
            Files.Delete(File);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(Logger, fault);
            _failed = true;
        }
        finally
        {
            _adding = false;
        }
    }

    private Task ToldAsync(int added)
    {
        _added = added;
        return InvokeAsync(StateHasChanged);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Labelled texts could not be added")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
