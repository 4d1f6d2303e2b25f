using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Upkeep.Backups;
using SupportConsole.Domain.Upkeep.Counts;
using SupportConsole.Domain.Upkeep.Runs;

namespace SupportConsole.Domain.Upkeep;

public sealed class UpkeepMapping :
    IEntityTypeConfiguration<JobRun>,
    IEntityTypeConfiguration<CountState>,
    IEntityTypeConfiguration<Backup>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.Property(run => run.Outcome).HasConversion<string>();
        builder.Property(run => run.Took).HasConversion<long?>(); // SQLite keeps no order of a TimeSpan's text
        builder.Property(run => run.Note).HasJson();
        builder.HasIndex(run => new { run.Job, run.Id }); // a job's last run, and its history
    }

    public void Configure(EntityTypeBuilder<CountState> builder)
    {
        builder.HasKey(state => state.ProjectId);
        builder.Property(state => state.ProjectId).ValueGeneratedNever();
        builder.HasOne<Project>().WithOne().HasForeignKey<CountState>(state => state.ProjectId);
        builder.Property(state => state.Found).HasJson();
    }

    public void Configure(EntityTypeBuilder<Backup> builder) => builder.HasIndex(backup => backup.Name).IsUnique();
}
