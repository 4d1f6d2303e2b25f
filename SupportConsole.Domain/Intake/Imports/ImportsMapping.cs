using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake.Labels;

namespace SupportConsole.Domain.Intake.Imports;

public sealed class ImportsMapping :
    IEntityTypeConfiguration<Import>,
    IEntityTypeConfiguration<ImportFault>,
    IEntityTypeConfiguration<ImportProject>,
    IEntityTypeConfiguration<LabelUpload>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("Imports");
        builder.Property(import => import.Format).HasConversion<string>();
        builder.Property(import => import.Status).HasConversion<string>();
        builder.Property(import => import.Plan).HasJson();
        builder.Property(import => import.Preview).HasJson();
        builder.HasIndex(import => import.Id).HasDatabaseName("IX_Imports_Busy").HasFilter("\"Status\" IN ('Checking', 'Queued', 'Running', 'Undoing')"); // what the worker takes up
        builder.HasIndex(import => new { import.HeaderPrint, import.Id }); // the mapping of the last file with these headers
        builder.HasIndex(import => new { import.MadeAt, import.Id }).HasFilter("\"Kept\" IS NOT NULL"); // files that may go
    }

    public void Configure(EntityTypeBuilder<ImportFault> builder)
    {
        builder.ToTable("ImportFaults");
        builder.HasIndex(fault => new { fault.ImportId, fault.Id }); // the faults of an import, in the order of its lines
    }

    public void Configure(EntityTypeBuilder<ImportProject> builder)
    {
        builder.ToTable("ImportProjects");
        builder.HasKey(project => new { project.ImportId, project.ProjectId });
    }

    public void Configure(EntityTypeBuilder<LabelUpload> builder)
    {
        builder.Property(upload => upload.State).HasConversion<string>();
        builder.Property(upload => upload.Faults).HasJson();
        builder.HasIndex(upload => upload.Kept).IsUnique(); // a file is added once
        builder.HasIndex(upload => upload.Id).HasDatabaseName("IX_LabelUploads_Waiting").HasFilter("\"State\" = 'Waiting'"); // what the job takes up
    }
}
