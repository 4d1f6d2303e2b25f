using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data.Demo.Stories;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Data.Demo.Agent;

/// <summary>The agents at work now: for each active demo project the instructions in force, read as traits.</summary>
public sealed class DemoAgents(IDbContextFactory<SupportDbContext> contexts, DemoStories stories)
{
    private readonly ConcurrentDictionary<string, DemoAgent> _read = new(StringComparer.Ordinal);

    public async Task<List<DemoAgent>> AtWorkAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var projects = await db.Projects.AsNoTracking().Where(project => project.Status == ProjectStatus.Active).ToListAsync(cancellation);
        var agents = new List<DemoAgent>();
        foreach (var project in projects)
        {
            if (stories.Find(project.ExternalId) is not { } story)
            {
                continue;
            }

            // Every change of a project or its instructions raises its revision.
            if (!_read.TryGetValue(project.ExternalId, out var agent) || agent.Revision != project.Revision)
            {
                var text = await db.InstructionVersions.AsNoTracking()
                    .Where(version => version.ProjectId == project.Id && version.Number == project.CurrentVersion)
                    .Select(version => version.Text).SingleAsync(cancellation);
                agent = new DemoAgent(
                    story, project.Id, project.Revision, project.CurrentVersion, project.CaptureFields, AgentTraits.Read(text, project.CaptureFields));
                _read[project.ExternalId] = agent;
            }

            agents.Add(agent);
        }

        return agents;
    }
}

/// <summary>One project's agent, on the instructions of one version.</summary>
public sealed record DemoAgent(
    DemoStory Story, long ProjectId, int Revision, int Version, IReadOnlyList<CaptureField> Fields, AgentTraits Traits);
