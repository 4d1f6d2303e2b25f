using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Triage.Labels;

namespace SupportConsole.Domain.Triage.Models;

public sealed class TriageMapping : IEntityTypeConfiguration<LabelledText>, IEntityTypeConfiguration<TriageModel>
{
    public void Configure(EntityTypeBuilder<LabelledText> builder)
    {
        builder.HasIndex(text => text.Hash).IsUnique(); // a text is here once
        builder.HasIndex(text => new { text.Label, text.Id }); // the texts of a label, newest first
        builder.HasIndex(text => new { text.Label, text.HeldOut }); // counted by label
        builder.HasIndex(text => new { text.HeldOut, text.Id }); // what can be learned since a training
    }

    public void Configure(EntityTypeBuilder<TriageModel> builder)
    {
        builder.Property(model => model.Quality).HasJson();
        builder.Property(model => model.Beside).HasJson();
        builder.HasIndex(model => model.InForce).IsUnique().HasFilter("\"InForce\""); // one answers
    }
}
