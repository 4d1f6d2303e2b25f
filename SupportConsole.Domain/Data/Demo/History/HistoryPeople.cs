using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data.Demo.Stories;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;

namespace SupportConsole.Domain.Data.Demo.History;

/// <summary>What people did in the history: projects they made, instructions they changed by hand, cards they decided on.</summary>
public sealed class HistoryPeople(
    IDbContextFactory<SupportDbContext> contexts, DemoStories stories, HistoryDays days, ProjectEditing editing, SuggestionDecisions decisions,
    TimeProvider clock)
{
    private readonly HashSet<object> _done = [];
    private Actor? _admin;

    /// <summary>Does all that is due at the clock's time and not yet done.</summary>
    public async Task ActAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        _admin ??= await AdminAsync(cancellation);
        foreach (var story in stories.All.Where(story => days.StartOf(story, now) <= clock.GetUtcNow()))
        {
            if (_done.Add(story))
            {
                await editing.CreateAsync(
                    new ProjectDraft(story.ExternalId, story.Name, story.Industry, story.Language, story.FirstFields, story.Instructions), _admin, cancellation);
            }

            foreach (var edit in story.Edits.Where(edit => days.TimeOf(story, edit, now) <= clock.GetUtcNow() && _done.Add(edit)))
            {
                await EditAsync(story, edit, cancellation);
            }

            await DecideAsync(story, cancellation);
        }
    }

    private async Task EditAsync(DemoStory story, StoryEdit edit, CancellationToken cancellation)
    {
        var (project, text) = await ServedAsync(story, cancellation);
        await editing.SaveInstructionsAsync(
            project.Id, project.CurrentVersion, InstructionText.Parse(text).With(edit.Section, edit.Text).ToString(), edit.Why, _admin!, cancellation);
        if (edit.AddsFields is { } keys)
        {
            var added = story.Fields.Where(field => keys.Contains(field.Key)).Select(field => field.Capture);
            await SaveFieldsAsync(story, fields => [.. fields, .. added], cancellation);
        }
    }

    private async Task DecideAsync(DemoStory story, CancellationToken cancellation)
    {
        if (story.Decisions.All(_done.Contains))
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var cards = await db.Suggestions.AsNoTracking().Where(card => card.Project!.ExternalId == story.ExternalId)
            .OrderBy(card => card.Id).ToListAsync(cancellation);
        foreach (var decision in story.Decisions.Where(decision => !_done.Contains(decision)))
        {
            var card = cards.Where(card => card.Cause == decision.Cause && card.Field == decision.Field).ElementAtOrDefault(decision.Nth - 1);
            var since = decision.Do == StoryAct.Undo ? card?.JudgedAt : card?.CreatedAt;
            if (since?.AddHours(decision.AfterHours) <= clock.GetUtcNow().UtcDateTime && _done.Add(decision))
            {
                await DecideAsync(story, card!.Id, decision, cancellation);
            }
        }
    }

    private async Task DecideAsync(DemoStory story, long cardId, StoryDecision decision, CancellationToken cancellation)
    {
        _ = decision.Do switch
        {
            StoryAct.Accept => await decisions.AcceptAsync(cardId, null, _admin!, cancellation),
            StoryAct.Undo => await decisions.UndoAsync(cardId, null, _admin!, cancellation),
            _ => await decisions.RejectAsync(cardId, null, decision.Reason ?? RejectReason.Other, decision.Comment, _admin!, cancellation),
        };
        if (decision.MakesOptional)
        {
            await SaveFieldsAsync(
                story, fields => [.. fields.Select(field => field.Key == decision.Field ? field with { Required = false } : field)], cancellation);
        }
    }

    private async Task SaveFieldsAsync(
        DemoStory story, Func<IReadOnlyList<CaptureField>, IReadOnlyList<CaptureField>> change, CancellationToken cancellation)
    {
        var (project, _) = await ServedAsync(story, cancellation);
        var draft = new ProjectDraft(project.ExternalId, project.Name, project.Industry, project.Language, change(project.CaptureFields), null);
        await editing.SaveSettingsAsync(project.Id, project.Revision, draft, _admin!, cancellation);
    }

    private async Task<(Project Project, string Text)> ServedAsync(DemoStory story, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var project = await db.Projects.AsNoTracking().SingleAsync(project => project.ExternalId == story.ExternalId, cancellation);
        var text = await db.InstructionVersions.AsNoTracking()
            .Where(version => version.ProjectId == project.Id && version.Number == project.CurrentVersion)
            .Select(version => version.Text).SingleAsync(cancellation);
        return (project, text);
    }

    private async Task<Actor> AdminAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var admin = await db.Users.AsNoTracking().SingleAsync(person => person.UserName == DemoPeople.AdminName, cancellation);
        return new Actor(admin.UserName!, admin.Id);
    }
}
