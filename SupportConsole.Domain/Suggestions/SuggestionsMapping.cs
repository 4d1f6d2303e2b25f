using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Domain.Suggestions.Learning;

namespace SupportConsole.Domain.Suggestions;

public sealed class SuggestionsMapping :
    IEntityTypeConfiguration<Suggestion>,
    IEntityTypeConfiguration<Notification>,
    IEntityTypeConfiguration<ImpactMeasurement>,
    IEntityTypeConfiguration<Outcome>
{
    public void Configure(EntityTypeBuilder<Suggestion> builder)
    {
        builder.Property(card => card.Kind).HasConversion<string>();
        builder.Property(card => card.Metric).HasConversion<string>();
        builder.Property(card => card.Status).HasConversion<string>();
        builder.Property(card => card.Verdict).HasConversion<string>();
        builder.Property(card => card.RejectReason).HasConversion<string>();
        builder.Property(card => card.Revision).IsConcurrencyToken();
        builder.Property(card => card.Changes).HasJson();
        builder.Property(card => card.Evidence).HasJson();
        builder.Property(card => card.Predicted).HasJson();
        builder.Property(card => card.Applied).HasJson();
        builder.HasOne(card => card.Project).WithMany().HasForeignKey(card => card.ProjectId);
        builder.HasIndex(card => card.Fingerprint).IsUnique().HasFilter("\"Status\" IN ('Pending', 'Accepted')"); // one open card for a problem
        builder.HasIndex(card => new { card.Status, card.Worth, card.Id }); // the open list, best first
        builder.HasIndex(card => new { card.Status, card.Id }); // the other lists, newest first
        builder.HasIndex(card => new { card.Status, card.Cause, card.RejectReason }); // how many cards of a cause were rejected, and why
        builder.HasIndex(card => new { card.ProjectId, card.Status, card.Id }); // a project's cards
        builder.HasIndex(card => new { card.Fingerprint, card.Id }); // what became of earlier cards for the same problem
        builder.HasIndex(card => card.MeasureAt).HasFilter("\"MeasureAt\" IS NOT NULL"); // what the measuring job looks at
        builder.HasIndex(card => new { card.JudgedAt, card.Id }).HasFilter("\"JudgedAt\" IS NOT NULL"); // the judged list
        builder.HasIndex(["Status", "Id"], "IX_Suggestions_Unjudged").HasFilter("\"JudgedAt\" IS NULL"); // the few that are being measured, among all ever applied

        // The score of the impact page: each holds all that its question needs, since the cards themselves are wide.
        builder.HasIndex(card => new { card.JudgedAt, card.ProjectId, card.Verdict, card.Status, card.Worth }).HasFilter("\"JudgedAt\" IS NOT NULL");
        builder.HasIndex(card => new { card.DecidedAt, card.ProjectId, card.Status, card.RejectReason, card.CreatedAt }).HasFilter("\"DecidedAt\" IS NOT NULL");
        builder.HasIndex(card => new { card.CreatedAt, card.ProjectId });
    }

    public void Configure(EntityTypeBuilder<Notification> builder) =>
        builder.HasOne(notification => notification.Suggestion).WithMany().HasForeignKey(notification => notification.SuggestionId);

    public void Configure(EntityTypeBuilder<ImpactMeasurement> builder)
    {
        builder.Property(measurement => measurement.Of).HasConversion<string>();
        builder.Property(measurement => measurement.Verdict).HasConversion<string>();
        builder.Property(measurement => measurement.SideEffect).HasConversion<string>();
        builder.HasOne<Suggestion>().WithMany().HasForeignKey(measurement => measurement.SuggestionId);
        builder.HasIndex(measurement => new { measurement.SuggestionId, measurement.Of }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Outcome> builder)
    {
        builder.Property(outcome => outcome.Verdict).HasConversion<string>();
        builder.HasOne<Suggestion>().WithMany().HasForeignKey(outcome => outcome.SuggestionId);
        builder.HasIndex(outcome => outcome.SuggestionId).IsUnique();
        builder.HasIndex(outcome => outcome.Cause); // the prior of a cause
    }
}
