using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Projects;

public sealed class ProjectsMapping :
    IEntityTypeConfiguration<Project>,
    IEntityTypeConfiguration<FormerFields>,
    IEntityTypeConfiguration<InstructionVersion>,
    IEntityTypeConfiguration<Call>,
    IEntityTypeConfiguration<CallCount>,
    IEntityTypeConfiguration<ClosedDays>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.Property(project => project.ExternalId).HasMaxLength(ProjectRules.ExternalIdLength);
        builder.Property(project => project.Name).HasMaxLength(ProjectRules.NameLength);
        builder.Property(project => project.Status).HasConversion<string>();
        builder.Property(project => project.CaptureFields).HasJson();
        builder.Property(project => project.FieldsSince).HasJson().HasDefaultValueSql("'{}'");
        builder.Property(project => project.Detection).HasJson().HasDefaultValueSql("'{}'");
        builder.Property(project => project.Revision).IsConcurrencyToken();
        builder.HasIndex(project => project.ExternalId).IsUnique();
        builder.HasIndex(["Id"], "IX_Projects_CheckDue").HasFilter("\"IsCheckDue\" = 1"); // what a crowd of calls left to look at
        builder.HasIndex(project => new { project.Status, project.Name }); // the list of projects, and the sweep over active ones
    }

    public void Configure(EntityTypeBuilder<FormerFields> builder)
    {
        builder.Property(former => former.Fields).HasJson();
        builder.HasOne<Project>().WithMany().HasForeignKey(former => former.ProjectId); // its index also finds a project's
    }

    public void Configure(EntityTypeBuilder<InstructionVersion> builder)
    {
        builder.HasOne(version => version.Project).WithMany().HasForeignKey(version => version.ProjectId);
        builder.HasIndex(version => new { version.ProjectId, version.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Call> builder)
    {
        builder.Property(call => call.Status).HasConversion<string>();
        builder.Property(call => call.EndedBy).HasConversion<string>();
        builder.Property(call => call.Fields).HasJson();
        builder.Property(call => call.Transcript).HasJson();
        builder.HasIndex(call => new { call.ExternalId, call.Source }).IsUnique(); // the same delivery twice is one call; the id first, as people look for it alone
        builder.HasIndex(["Id"], "IX_Calls_Unprocessed").HasFilter("\"ProcessedAt\" IS NULL AND \"GaveUpAt\" IS NULL"); // the worker's queue, read at every poll
        builder.HasIndex(["Id"], "IX_Calls_GivenUp").HasFilter("\"ProcessedAt\" IS NULL AND \"GaveUpAt\" IS NOT NULL"); // what waits for a person
        builder.HasIndex(call => new { call.ProjectId, call.StartedAt, call.InstructionVersion, call.ImportId }); // a project's calls, newest first; the version and the import, so that those of others are passed over unread
        builder.HasIndex(["ProjectId", "StartedAt"], "IX_Calls_TranscriptGone").HasFilter("\"TranscriptGoneAt\" IS NOT NULL"); // how many retention has been at
        builder.HasIndex(call => call.ImportId).HasFilter("\"ImportId\" IS NOT NULL"); // what undoing an import takes out
    }

    public void Configure(EntityTypeBuilder<CallCount> builder)
    {
        // The table is its key (WITHOUT ROWID, which EF Core cannot say: a migration that makes it anew must): a count is then found and
        // written in one place instead of two, and those of a day lie together.
        builder.HasKey(row => new { row.ProjectId, row.Version, row.Bucket, row.Kind, row.Value });
        builder.HasIndex(row => row.Bucket).HasFilter("\"Kind\" = 1"); // how many calls all projects had over a day or a week
    }

    public void Configure(EntityTypeBuilder<ClosedDays> builder)
    {
        builder.HasKey(days => new { days.ProjectId, days.Version });
        builder.Property(days => days.Counts).HasJson();
        builder.Property(days => days.Times).HasJson();
    }
}
