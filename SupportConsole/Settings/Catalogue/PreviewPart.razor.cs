using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Catalogue;

namespace SupportConsole.Settings.Catalogue;

/// <summary>Which project and field it is shown on stands in the address.</summary>
public sealed partial class PreviewPart
{
    /// <summary>Projects to choose from, beside those that are asked for.</summary>
    private const int MostProjects = 200;

    private IReadOnlyList<ProjectName> _projects = [];
    private IReadOnlyList<CaptureField> _fields = [];
    private CataloguePreview? _preview;
    private CatalogueExample? _example;
    private (CatalogueEntry?, string?, string?) _shown;
    private string? _field;
    private bool _failed;

    [Parameter, EditorRequired]
    public CatalogueRow Row { get; set; } = default!;

    /// <summary>The entry as it stands in the form; null while something is wrong with it.</summary>
    [Parameter]
    public CatalogueEntry? Entry { get; set; }

    [SupplyParameterFromQuery(Name = "project")]
    public string? Project { get; set; }

    [SupplyParameterFromQuery(Name = "field")]
    public string? Field { get; set; }

    [Inject]
    private CataloguePreviewing Previewing { get; set; } = default!;

    [Inject]
    private ProjectDirectory Directory { get; set; } = default!;

    [Inject]
    private ProjectQueries Projects { get; set; } = default!;

    [Inject]
    private NavigationManager Addresses { get; set; } = default!;

    [Inject]
    private ILogger<PreviewPart> Log { get; set; } = default!;

    [Inject]
    private IStringLocalizer<CatalogueWords> Words { get; set; } = default!;

    private bool OfField => CatalogueCauses.IsOfField(Row.Key.Cause);

    private string? Chosen => Row.Key.Project ?? Known(Project) ?? Known(_example?.Project) ?? (_projects is [var first, ..] ? first.ExternalId : null);

    private string Name => _projects.FirstOrDefault(project => project.ExternalId == Chosen)?.Name ?? "";

    protected override async Task OnInitializedAsync()
    {
        var names = await Directory.NamesAsync(MostProjects);
        _example = await Previewing.ExampleAsync(Row.Key.Cause);
        _projects = await Directory.WithAsync(await Directory.WithAsync(names, _example?.Project), Row.Key.Project);
        await ShowAsync();
    }

    protected override Task OnParametersSetAsync() => _projects.Count > 0 ? ShowAsync() : Task.CompletedTask;

    private string? Known(string? project) => _projects.Any(one => one.ExternalId == project) ? project : null;

    private async Task ShowAsync()
    {
        _projects = await Directory.WithAsync(_projects, Project);
        var asked = (Entry, Chosen, Field);
        if (asked == _shown || Chosen is not { } project)
            return;
        _shown = asked;
        try
        {
            var read = OfField ? await Projects.GetAsync(project) : null;
            _fields = read?.CaptureFields.Where(field => Row.Key.Field is null || field.Key == Row.Key.Field).ToList() ?? [];
            var wanted = Field ?? (project == _example?.Project ? _example.Field : null);
            _field = (_fields.FirstOrDefault(field => field.Key == wanted) ?? (_fields is [var first, ..] ? first : null))?.Key;
            var preview = Entry is null || (OfField && _field is null) ? null : await Previewing.OfAsync(Entry, project, _field);
            if (_shown == asked)
                (_preview, _failed) = (preview, false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.LogError(fault, "The preview of a catalogue entry could not be made");
            (_failed, _shown) = (true, default);
        }
    }

    private void Go(ChangeEventArgs? project, ChangeEventArgs? field) => Addresses.NavigateTo(
        Addresses.GetUriWithQueryParameters(new Dictionary<string, object?>
        {
            ["project"] = project is null ? Chosen : (string?)project.Value,
            ["field"] = field is null ? null : (string?)field.Value,
        }),
        replace: true);
}
