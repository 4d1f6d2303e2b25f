using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Tests.Detection;

/// <summary>Project snapshots for detectors, made from counts.</summary>
internal static class Snapshots
{
    private static readonly DateTime To = new(2026, 3, 31, 12, 0, 0, DateTimeKind.Utc);

    public static ProjectSnapshot Of(params (CallCountKind Kind, string Value, int Count)[] counts)
    {
        var totals = new CallTotals();
        foreach (var (kind, value, count) in counts)
            totals.Add(kind, value, count);
        var project = new Project
        {
            ExternalId = "cars",
            Name = "Cars",
            Language = "en",
            CaptureFields = [new CaptureField("price", "price"), new CaptureField("note", "note", Required: false)],
        };
        return new ProjectSnapshot(project, InstructionText.Parse(""), totals, To.AddDays(-30), To);
    }

    public static (CallCountKind Kind, string Value, int Count) Completed(int count) => (CallCountKind.Outcome, "completed", count);

    public static (CallCountKind Kind, string Value, int Count) Failed(int count) => (CallCountKind.Outcome, "failed", count);

    public static (CallCountKind Kind, string Value, int Count) Failure(string cause, int count) => (CallCountKind.Failure, cause, count);

    public static (CallCountKind Kind, string Value, int Count) Captured(string field, int count) => (CallCountKind.Captured, field, count);

    public static (CallCountKind Kind, string Value, int Count) Missing(string field, string why, int count) => (CallCountKind.Missing, $"{field}|{why}", count);
}
