using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Triage.Labels;

namespace SupportConsole.Domain.Triage.Models;

public sealed class TriageMapping : IEntityTypeConfiguration<LabelledText>, IEntityTypeConfiguration<TriageModel>
{
    public void Configure(EntityTypeBuilder<LabelledText> builder)
    {
        builder.Property(text => text.Kind).HasConversion<string>();
        builder.HasIndex(text => new { text.Hash, text.Kind }).IsUnique(); // a text is here once for each kind
        builder.HasIndex(text => new { text.Kind, text.Id }); // the texts of a kind, newest first
        builder.HasIndex(text => new { text.Kind, text.Label, text.Id }); // the texts of a label, newest first
        builder.HasIndex(text => new { text.Kind, text.Label, text.HeldOut }); // counted by label
        builder.HasIndex(text => new { text.Kind, text.HeldOut, text.Id }); // what can be learned since a training
    }

    public void Configure(EntityTypeBuilder<TriageModel> builder)
    {
        builder.Property(model => model.Quality).HasJson();
        builder.Property(model => model.Beside).HasJson();
        builder.Property(model => model.Kind).HasConversion<string>();
        builder.HasIndex(model => new { model.Kind, model.Id }); // the versions of a kind, newest first
        builder.HasIndex(model => model.Kind).HasDatabaseName("IX_TriageModels_InForce").IsUnique().HasFilter("\"InForce\""); // one of each kind answers
    }
}
