namespace SupportConsole.Settings.Audit;

/// <summary>What the audit can say, by kind of thing. A test finds the ones the code writes and this lacks.</summary>
public static class AuditActions
{
    public static readonly IReadOnlyList<(string Kind, string[] Actions)> ByKind =
    [
        ("suggestion", ["suggestion.accepted", "suggestion.rejected", "suggestion.applied", "suggestion.not_applied", "suggestion.undone", "suggestion.snoozed", "suggestion.reopened", "suggestion.proposed_again", "suggestion.detection_set"]),
        ("cause", ["rejections.forgotten", "rejections.remembered"]),
        ("project", ["project.created", "project.settings", "project.detection", "project.active", "project.paused", "project.archived", "instructions.saved"]),
        ("person",
        [
            "person.added", "person.role", "person.disabled", "person.enabled", "person.renamed", "person.signed_out", "person.session_revoked",
            "person.sessions_revoked", "person.password", "person.reset_link", "person.password_reset", "person.locked", "person.codes_on",
            "person.codes_off", "person.recovery_code", "person.recovery_renewed",
        ]),
        ("api_key", ["api_key.added", "api_key.revoked"]),
        ("webhook", ["webhook.added", "webhook.revoked"]),
        ("setting", ["setting.changed", "setting.reset"]),
        ("catalogue", ["catalogue.edited", "catalogue.added", "catalogue.restored", "catalogue.deleted"]),
        ("import", ["import.uploaded", "import.started", "import.stopped", "import.undone"]),
        ("triage", ["triage.upload_started", "triage.texts_uploaded", "triage.upload_stopped", "triage.corrected", "triage.correction_undone", "triage.texts_removed", "triage.texts_put_back", "triage.model_took_over", "triage.model_chosen"]),
        ("event", ["event.retried"]),
        ("job", ["job.run", "job.stopped", "job.rebuild", "job.retention", "job.backup_downloaded", "job.restored"]),
    ];
}
