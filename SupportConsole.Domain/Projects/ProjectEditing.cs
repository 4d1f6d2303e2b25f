using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Projects;

/// <summary>The one place that makes and changes projects and their instructions; each change commits with its audit row.</summary>
public sealed class ProjectEditing(WriteGate gate, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes a project with its first instructions; null when the external id is taken. The draft must have passed its check.</summary>
    public Task<Project?> CreateAsync(ProjectDraft draft, Actor actor, CancellationToken cancellation = default) =>
        gate.WriteAsync(
            async db =>
            {
                await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                var externalId = draft.ExternalId ?? await FreeIdAsync(db, draft.Name!, cancellation);
                if (await db.Projects.AnyAsync(other => other.ExternalId == externalId, cancellation))
                {
                    return null;
                }

                var project = new Project
                {
                    ExternalId = externalId,
                    Name = draft.Name!.Trim(),
                    Industry = draft.Industry?.Trim() ?? "",
                    Language = draft.Language ?? "en",
                    CaptureFields = [.. draft.CaptureFields ?? []],
                    CreatedAt = Now,
                };
                db.Projects.Add(project);
                db.InstructionVersions.Add(project.AddVersion(draft.Instructions ?? "", actor.Name, "First version", Now));
                await db.SaveChangesAsync(cancellation);
                db.Audit(actor, "project.created", "project", project.Id, new { project.ExternalId, project.Name });
                db.Announce(LiveTopic.Project, project.Id);
                return project;
            },
            cancellation);

    /// <summary>Saves a next version when <paramref name="expectedVersion"/> is still in force.</summary>
    public Task<EditOutcome> SaveInstructionsAsync(
        long projectId, int expectedVersion, string text, string why, Actor actor, CancellationToken cancellation = default) =>
        gate.WriteAsync(
            async db =>
            {
                await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                if (await db.Projects.FindAsync([projectId], cancellation) is not { } project)
                {
                    return EditOutcome.NotFound;
                }

                var current = await db.InstructionVersions.AsNoTracking()
                    .SingleAsync(version => version.ProjectId == projectId && version.Number == project.CurrentVersion, cancellation);
                if (current.Number != expectedVersion)
                {
                    return EditOutcome.Moved;
                }

                if (current.Text == text)
                {
                    return EditOutcome.NoChange;
                }

                var next = project.AddVersion(text, actor.Name, why.Trim(), Now);
                db.InstructionVersions.Add(next);
                db.Audit(actor, "instructions.saved", "project", projectId, new { Version = next.Number, next.Why });
                db.Announce(LiveTopic.Project, projectId);
                return EditOutcome.Done;
            },
            cancellation);

    /// <summary>Saves name, industry, language and capture fields; <paramref name="revision"/> is the one that was read.</summary>
    public Task<EditOutcome> SaveSettingsAsync(
        long projectId, int revision, ProjectDraft draft, Actor actor, CancellationToken cancellation = default) =>
        ChangeAsync(
            projectId,
            revision,
            actor,
            "project.settings",
            (db, project) =>
            {
                project.Name = draft.Name!.Trim();
                project.Industry = draft.Industry?.Trim() ?? "";
                project.Language = draft.Language ?? project.Language;
                Recapture(db, project, draft.CaptureFields ?? project.CaptureFields, Now);
                project.Touch();
                return true;
            },
            cancellation);

    /// <summary>Pauses, archives or takes up again.</summary>
    public Task<EditOutcome> MoveAsync(long projectId, ProjectStatus status, Actor actor, CancellationToken cancellation = default) =>
        ChangeAsync(projectId, null, actor, $"project.{status.ToString().ToLowerInvariant()}", (_, project) => project.MoveTo(status), cancellation);

    private Task<EditOutcome> ChangeAsync(
        long projectId, int? revision, Actor actor, string action, Func<SupportDbContext, Project, bool> change, CancellationToken cancellation) =>
        gate.WriteAsync(
            async db =>
            {
                await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                var project = await db.Projects.FindAsync([projectId], cancellation);
                if (project is null)
                {
                    return EditOutcome.NotFound;
                }

                if (revision is not null && project.Revision != revision)
                {
                    return EditOutcome.Moved;
                }

                if (!change(db, project))
                {
                    return EditOutcome.NoChange;
                }

                db.Audit(actor, action, "project", projectId, new { project.Name, project.Industry, project.Language, project.Status, project.CaptureFields });
                db.Announce(LiveTopic.Project, projectId);
                db.Announce(LiveTopic.Suggestion, 0); // Lists of cards name the project, and leave out an archived one's.
                return EditOutcome.Done;
            },
            cancellation);

    /// <summary>Sets the fields and keeps those from before: who counts a call again goes by the fields it was counted by.</summary>
    private static void Recapture(SupportDbContext db, Project project, IReadOnlyList<CaptureField> fields, DateTime now)
    {
        if (!project.CaptureFields.SequenceEqual(fields))
        {
            db.FormerFields.Add(new FormerFields { ProjectId = project.Id, Until = now, Fields = project.CaptureFields });
        }

        project.SetCaptureFields(fields, now);
    }

    /// <summary>A readable id from the name: "Car Finance Checker" becomes car-finance-checker, or -2, -3 when taken.</summary>
    private static async Task<string> FreeIdAsync(SupportDbContext db, string name, CancellationToken cancellation)
    {
        var letters = name.Trim().ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-');
        var stem = string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        stem = stem.Length == 0 ? "project" : stem[..Math.Min(stem.Length, 80)];
        var id = stem;
        for (var n = 2; ProjectRules.IsReserved(id) || await db.Projects.AnyAsync(other => other.ExternalId == id, cancellation); n++)
        {
            id = $"{stem}-{n}";
        }

        return id;
    }
}
