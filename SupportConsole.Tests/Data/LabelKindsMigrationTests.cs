using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SupportConsole.Domain.Data.Migrations.Sqlite;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Data;

/// <summary>Before there were kinds of labels, every label said what a text is about.</summary>
public sealed class LabelKindsMigrationTests
{
    [Fact]
    public async Task LabelledTexts_OfAnOlderBuild_AreTopics()
    {
        await using var loop = await Loop.StartAsync();
        await using var db = await loop.ContextAsync();
        var migrator = db.GetService<IMigrator>();
        await loop.Get<LabelledTexts>().AddAsync([new("Where is it?", "delivery"), new("Where is it?", "negative", LabelKind.Sentiment)], "texts.csv", Loop.Admin);

        await migrator.MigrateAsync(nameof(ImportsThinned)); // Going back leaves what the older build can hold: one label for each text.
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO "TriageModels" ("FileHash", "TrainedAt", "Texts", "HeldOut", "Labels", "LastTextId", "Quality", "InForce") VALUES ('x', '2026-01-01 00:00:00', 1, 1, 2, 1, '{}', 1);
            INSERT INTO "LabelUploads" ("Kept", "FileName", "TextColumn", "LabelColumn", "AskedBy", "AskedAt", "Texts", "LeftOut", "Faults", "Done", "Added", "Changed", "Known", "State")
            VALUES ('k', 'f.csv', 0, 2, 'a', '2026-01-01 00:00:00', 1, 0, '[]', 0, 0, 0, 0, 'Waiting');
            """.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        await migrator.MigrateAsync();

        var text = (await db.LabelledTexts.AsNoTracking().ToListAsync()).ShouldHaveSingleItem();
        (text.Kind, text.Label).ShouldBe((LabelKind.Topic, "delivery"));
        (await db.TriageModels.CountAsync(model => model.Kind == LabelKind.Topic && model.InForce)).ShouldBe(1);
        var upload = (await db.LabelUploads.AsNoTracking().ToListAsync()).ShouldHaveSingleItem();
        (upload.TopicColumn, upload.SentimentColumn, upload.UrgencyColumn).ShouldBe((2, -1, -1));
    }
}
