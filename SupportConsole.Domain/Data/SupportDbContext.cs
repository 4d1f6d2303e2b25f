using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Intake.Imports;
using SupportConsole.Domain.Intake.Labels;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Catalogue;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Domain.Suggestions.Learning;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Triage.Models;
using SupportConsole.Domain.Upkeep.Backups;
using SupportConsole.Domain.Upkeep.Counts;
using SupportConsole.Domain.Upkeep.Runs;

namespace SupportConsole.Domain.Data;

/// <summary>
/// The database. It is written through <see cref="WriteGate"/> and in no other way. What was announced is told once it is
/// committed, never before.
/// </summary>
public sealed class SupportDbContext(DbContextOptions<SupportDbContext> options, LiveFeed feed, TimeProvider clock)
    : IdentityUserContext<Person, long>(options)
{
    private readonly HashSet<LiveChange> _announced = [];

    public DbSet<Project> Projects => Set<Project>();

    public DbSet<FormerFields> FormerFields => Set<FormerFields>();

    public DbSet<InstructionVersion> InstructionVersions => Set<InstructionVersion>();

    public DbSet<Call> Calls => Set<Call>();

    public DbSet<CallCount> CallCounts => Set<CallCount>();

    public DbSet<ClosedDays> ClosedDays => Set<ClosedDays>();

    public DbSet<Suggestion> Suggestions => Set<Suggestion>();

    public DbSet<ImpactMeasurement> ImpactMeasurements => Set<ImpactMeasurement>();

    public DbSet<Outcome> Outcomes => Set<Outcome>();

    public DbSet<RejectionsForgotten> RejectionsForgotten => Set<RejectionsForgotten>();

    public DbSet<CatalogueEdit> CatalogueEdits => Set<CatalogueEdit>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<PersonSession> PersonSessions => Set<PersonSession>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<CountState> CountStates => Set<CountState>();

    public DbSet<Backup> Backups => Set<Backup>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<ImportFault> ImportFaults => Set<ImportFault>();

    public DbSet<ImportProject> ImportProjects => Set<ImportProject>();

    public DbSet<LabelUpload> LabelUploads => Set<LabelUpload>();

    public DbSet<LabelledText> LabelledTexts => Set<LabelledText>();

    public DbSet<TriageModel> TriageModels => Set<TriageModel>();

    /// <summary>Now, by the console's clock (UTC).</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Says what this commit changes; pages hear of it after the commit.</summary>
    public void Announce(LiveTopic topic, long id) => _announced.Add(new LiveChange(topic, id));

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        Database.CurrentTransaction is null
            ? throw new InvalidOperationException("Write through the WriteGate: here nobody waits for the turn, and no page hears of it.")
            : base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

    /// <summary>Tells the live feed what was announced, and forgets it.</summary>
    internal void TellCommitted()
    {
        foreach (var change in _announced)
        {
            feed.Announce(change);
        }

        _announced.Clear();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        SqliteConventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(SupportDbContext).Assembly);
    }
}
