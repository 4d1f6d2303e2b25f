namespace SupportConsole.Tests.Access;

/// <summary>
/// Who may open or call what: the truth about roles, reviewed line by line. A new page or endpoint is a new line here;
/// RoleTableTests sends every line as everybody.
/// </summary>
internal static class RoleTable
{
    /// <summary>Anybody at all, signed in or not. Each has its reason.</summary>
    public const string Open = "open";

    /// <summary>Nobody by who they are: the delivery has to be signed.</summary>
    public const string Signed = "signed";

    public const string Everyone = "Admin Manager Staff";
    public const string Reader = "Admin Manager";
    public const string Admin = "Admin";

    private const string Read = "read admin";

    public static readonly (string Endpoint, string Who)[] Rows =
    [
        ("PAGE /", Everyone),
        ("PAGE /not-found", Everyone),
        ("PAGE /settings", Everyone),
        ("PAGE /settings/detection", Admin),
        ("PAGE /settings/data", Admin),
        ("GET /health/backups/{name}", Admin),
        ("PAGE /settings/workspace", Admin),
        ("PAGE /settings/me", Everyone),
        ("PAGE /analytics", Reader),
        ("PAGE /analytics/impact", Reader),
        ("PAGE /calls/{Id:long}", Reader),
        ("PAGE /health", Reader),
        ("PAGE /notifications", Reader),
        ("PAGE /projects", Reader),
        ("PAGE /projects/{ExternalId}", Reader),
        ("PAGE /projects/{ExternalId}/{View}", Reader),
        ("PAGE /settings/audit", Reader),
        ("PAGE /settings/catalogue", Reader),
        ("PAGE /settings/catalogue/{Key}", Reader),
        ("PAGE /suggestions", Reader),
        ("PAGE /projects/new", Admin),
        ("PAGE /imports", Admin),
        ("PAGE /imports/{Id:long}", Admin),
        ("POST /imports/upload", Admin),
        ("GET /imports/{id:long}/faults.csv", Admin),
        ("PAGE /triage", Everyone),
        ("PAGE /triage/texts", Reader),
        ("PAGE /triage/quality", Reader),
        ("PAGE /triage/upload/{File}", Admin),
        ("POST /triage/upload", Admin),
        ("POST /api/triage", Read), // It changes nothing.
        ("GET /api/triage/model", Read),
        ("PAGE /settings/keys", Admin),
        ("PAGE /settings/people", Admin),
        ("GET /settings/audit.csv", Reader),
        ("GET /api/notifications", Read),
        ("POST /logout", Everyone),

        ("PAGE /login", Open), // How people come in.
        ("PAGE /login/code", Open),
        ("PAGE /setup", Open), // Its link is the key.
        ("PAGE /account/password-reset", Open),
        ("GET /health/live", Open), // Asked by what restarts us; both say one word.
        ("GET /health/ready", Open),
        ("GET /openapi/{documentName}.json", Open), // The same for every console of this version.

        ("POST /api/calls", "intake"),
        ("POST /api/calls/batch", "intake"),
        ("GET /api/projects/{id}/detection", Read),
        ("PUT /api/projects/{id}/detection", "admin"),
        ("POST /api/projects/{id}/detection/preview", Read),
        ("POST /api/webhooks/call-ended", Signed),
        ("GET /api/calls/{id:long}", Read),
        ("POST /api/calls/{id:long}/retry", "admin"),
        ("POST /api/imports", "admin"),
        ("GET /api/imports", Read),
        ("GET /api/imports/{id:long}", Read),
        ("PUT /api/imports/{id:long}/mapping", "admin"),
        ("POST /api/imports/{id:long}/check", "admin"),
        ("POST /api/imports/{id:long}/start", "admin"),
        ("POST /api/imports/{id:long}/stop", "admin"),
        ("POST /api/imports/{id:long}/undo", "admin"),
        ("GET /api/imports/{id:long}/faults.csv", Read),
        ("GET /api/projects", Read),
        ("POST /api/projects", "admin"),
        ("GET /api/projects/{id}", Read),
        ("POST /api/projects/{id}/status", "admin"),
        ("GET /api/projects/{id}/instructions", Read),
        ("PUT /api/projects/{id}/instructions", "admin"),
        ("GET /api/projects/{id}/instructions/versions", Read),
        ("GET /api/projects/{id}/instructions/versions/{version:int}", Read),
        ("GET /api/catalogue", Read),
        ("GET /api/catalogue/{key}", Read),
        ("POST /api/catalogue", "admin"),
        ("PUT /api/catalogue/{key}", "admin"),
        ("DELETE /api/catalogue/{key}", "admin"),
        ("GET /api/projects/{id}/suggestions", Read),
        ("GET /api/suggestions/{sid:long}", Read),
        ("POST /api/projects/{id}/suggestions/generate", "admin"),
        ("POST /api/projects/{id}/suggestions/{sid:long}/accept", "admin"),
        ("POST /api/projects/{id}/suggestions/{sid:long}/reject", "admin"),
        ("POST /api/projects/{id}/suggestions/{sid:long}/undo", "admin"),
        ("POST /api/projects/{id}/suggestions/{sid:long}/reopen", "admin"),
        ("POST /api/projects/{id}/suggestions/{sid:long}/snooze", "admin"),
    ];
}
