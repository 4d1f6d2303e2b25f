using SupportConsole.Domain.Triage.Labels;

namespace SupportConsole;

/// <summary>Every route of the console. Pages, menus and messages take their links from here, never from a literal.</summary>
public static class Links
{
    public const string Today = "/";
    public const string Suggestions = "/suggestions";
    public const string Projects = "/projects";
    public const string NewProject = "/projects/new";
    public const string Analytics = "/analytics";
    public const string Impact = "/analytics/impact";
    public const string Ledger = Impact + "#ledger";
    public const string Health = "/health";
    public const string Backups = Health + "/backups";
    public const string Settings = "/settings";
    public const string Notifications = "/notifications";
    public const string SettingsWorkspace = "/settings/workspace";
    public const string SettingsDetection = "/settings/detection";
    public const string SettingsCatalogue = "/settings/catalogue";
    public const string SettingsData = "/settings/data";
    public const string SettingsPeople = "/settings/people";
    public const string SettingsKeys = "/settings/keys";
    public const string SettingsAudit = "/settings/audit";
    public const string AuditExport = "/settings/audit.csv";
    public const string Imports = "/imports";

    /// <summary>Where the page sends a file, by plain HTTP.</summary>
    public const string ImportUpload = Imports + "/upload";

    public const string Triage = "/triage";
    public const string TriageTexts = Triage + "/texts";
    public const string TriageQuality = Triage + "/quality";

    /// <summary>Where the page sends a file of labelled texts, by plain HTTP.</summary>
    public const string TriageUpload = Triage + "/upload";

    /// <summary>What such a file looks like.</summary>
    public const string TriageSample = "/samples/labelled-texts.csv";

    public const string SettingsMe = "/settings/me";

    /// <summary>What callers of the API may send and get.</summary>
    public const string ApiDescription = "/openapi/v1.json";

    public const string SignIn = "/login";
    public const string SignInCode = "/login/code";
    public const string SignOut = "/logout";
    public const string SetUp = "/setup";
    public const string PasswordReset = "/account/password-reset";
    public const string NotFound = "/not-found";

    /// <summary>One card, in whichever list it now stands.</summary>
    public static string Suggestion(long id) => FormattableString.Invariant($"{Suggestions}?card={id}");

    /// <summary>A project's open cards.</summary>
    public static string SuggestionsOf(string projectId) => $"{Suggestions}?project={Uri.EscapeDataString(projectId)}";

    /// <summary>How a project does. In every address a project goes by its external id.</summary>
    public static string Project(string projectId) => $"{Projects}/{Uri.EscapeDataString(projectId)}";

    public static string ProjectInstructions(string projectId) => $"{Project(projectId)}/instructions";

    /// <summary>The instructions as they were served under that number.</summary>
    public static string ProjectInstructions(string projectId, int version) => FormattableString.Invariant($"{ProjectInstructions(projectId)}?version={version}");

    public static string ProjectCalls(string projectId) => $"{Project(projectId)}/calls";

    public static string ProjectDetection(string projectId) => $"{Project(projectId)}/detection";

    public static string ProjectSettings(string projectId) => $"{Project(projectId)}/settings";

    /// <summary>One import, from its mapping to its result.</summary>
    public static string Import(long id) => FormattableString.Invariant($"{Imports}/{id}");

    /// <summary>What was wrong with its lines, as a file.</summary>
    public static string ImportFaults(long id) => Import(id) + "/faults.csv";

    /// <summary>A file of labelled texts that waits to be added.</summary>
    public static string TriageFile(string kept, string name) => $"{TriageUpload}/{kept}?name={Uri.EscapeDataString(name)}";

    /// <summary>How right one trained version is.</summary>
    public static string TriageVersion(LabelKind kind, long version) => FormattableString.Invariant($"{TriageKind(kind)}&version={version}");

    /// <summary>The figures of the models of a kind of label.</summary>
    public static string TriageKind(LabelKind kind) => $"{TriageQuality}?kind={LabelKinds.Name(kind)}";

    /// <summary>The texts with labels of a kind that wait for a training.</summary>
    public static string TriageWaiting(LabelKind kind) => $"{TriageTexts}?kind={LabelKinds.Name(kind)}&view=waiting";

    /// <summary>One call with its transcript.</summary>
    public static string Call(long id) => FormattableString.Invariant($"/calls/{id}");

    /// <summary>The same as a sample of a card: it leads back there, and to the card's other samples.</summary>
    public static string Call(long id, long card) => FormattableString.Invariant($"{Call(id)}?card={card}");

    /// <summary>One entry of the catalogue of changes, by its key.</summary>
    public static string CatalogueEntry(string key) => $"{SettingsCatalogue}/{Uri.EscapeDataString(key)}";

    /// <summary>One setting, on the page that it is made on.</summary>
    public static string Setting(string key) =>
        key.Split(':')[0] switch { "Workspace" => SettingsWorkspace, "Retention" or "Backup" => SettingsData, _ => SettingsDetection } + "#" + key.Replace(':', '-');

    /// <summary>A backup as a file.</summary>
    public static string Backup(string name) => $"{Backups}/{Uri.EscapeDataString(name)}";

    /// <summary>The runs of a job, from a page on.</summary>
    public static string JobHistory(string job, long? before = null) =>
        FormattableString.Invariant($"{Health}?job={job}{(before is null ? null : $"&runs={before}")}#history");
}
