using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake.Imports;
using SupportConsole.Domain.Projects;
using SupportConsole.Shell;
// The write class bears the name of this folder.
using ImportWrites = SupportConsole.Domain.Intake.Imports.Imports;

namespace SupportConsole.Imports;

public sealed partial class ImportMapping : ComponentBase
{
    private string?[] _targets = [];
    private string _project = "";
    private ImportTimes _times;
    private bool _changed;
    private IReadOnlyList<string> _faults = [];
    private IReadOnlyList<CaptureField> _fields = [];

    [Parameter, EditorRequired]
    public Import Import { get; set; } = default!;

    [Parameter, EditorRequired]
    public IReadOnlyList<ProjectName> Projects { get; set; } = [];

    [Parameter, EditorRequired]
    public EventCallback OnMapped { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnStart { get; set; }

    [Inject]
    private ImportWrites Writes { get; set; } = default!;

    [Inject]
    private ProjectQueries Reading { get; set; } = default!;

    [Inject]
    private CurrentActor Who { get; set; } = default!;

    [Inject]
    private ImportWording Wording { get; set; } = default!;

    [Inject]
    private WorkspaceTime Time { get; set; } = default!;

    [Inject]
    private IStringLocalizer<ImportWords> Words { get; set; } = default!;

    /// <summary>What the dry run found, while it is about the mapping on screen.</summary>
    private ImportPreview? Preview => _changed ? null : Import.Preview;

    protected override async Task OnInitializedAsync()
    {
        _targets = [.. Import.Plan.Columns.Select(column => column.Target)];
        (_project, _times) = (Import.Plan.ProjectId ?? "", Import.Plan.Times);
        await ReadFieldsAsync();
    }

    /// <summary>What a column may be: the parts of a call, the fields of the chosen project, and a field that bears its own name.</summary>
    private IEnumerable<string> Targets(ImportColumn column, int at)
    {
        var fields = _fields.Select(field => ImportPlan.FieldPrefix + field.Key);
        string[] own = [ImportPlan.FieldPrefix + column.Header, .. _targets[at] is { } chosen ? [chosen] : Array.Empty<string>()];
        return ImportPlan.Targets.Concat(fields).Concat(own).Distinct();
    }

    private Task Choose(int at, string? target)
    {
        target = string.IsNullOrEmpty(target) ? null : target;
        // A thing is one column: the one chosen last.
        for (var i = 0; target is not null && i < _targets.Length; i++)
        {
            if (_targets[i] == target)
                _targets[i] = null;
        }

        _targets[at] = target;
        return Changed();
    }

    private async Task Changed()
    {
        (_changed, _faults) = (true, []);
        await ReadFieldsAsync();
    }

    private async Task ReadFieldsAsync() =>
        _fields = _project.Length > 0 && await Reading.GetAsync(_project) is { } project ? project.CaptureFields : [];

    private async Task CheckAsync()
    {
        var plan = new ImportPlan(
            [.. Import.Plan.Columns.Select((column, i) => column with { Target = _targets[i] })], _project.Length == 0 ? null : _project, _times);
        var who = await Who.GetAsync();
        var mapped = await Writes.MapAsync(Import.Id, plan, who);
        _faults = [.. Texts(mapped.Errors)];
        if (_faults.Count == 0)
        {
            await Writes.CheckAsync(Import.Id, who);
            _changed = false;
            await OnMapped.InvokeAsync();
        }
    }

    private IEnumerable<string> Texts(FieldErrors? errors) =>
        errors is null ? [] : errors.ToDictionary().Keys.SelectMany(errors.For).Select(Wording.Mapping);
}
