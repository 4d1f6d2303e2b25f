using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Domain.Suggestions.Learning;

namespace SupportConsole.Suggestions;

/// <summary>Where a difference of rates lies with the given probability, in points.</summary>
public sealed record PointsInterval(double LowPoints, double HighPoints, double Probability)
{
    public static PointsInterval Of(double low, double high) => new(ApiImpact.Round(low), ApiImpact.Round(high), 0.9);
}

/// <summary>What a card promises; frozen when it is made.</summary>
public sealed record ExpectedImpact(
    double SuccessRateImprovementPoints,
    double MissingDataReductionPoints,
    PointsInterval Interval,
    [property: JsonPropertyName("saved_per_100_calls_seconds"), Description("People's time that it saves for every 100 calls.")] double SavedPer100CallsSeconds,
    [property: Description("The same for a month at the project's pace.")] double SavedPerMonthSeconds,
    int CallsPerMonth,
    [property: Description("Calls after apply at which a verdict can be expected.")] int CallsToJudge,
    string EstimatedRoi)
{
    public static ExpectedImpact Of(Suggestion card) => Of(card.Predicted, card.Metric);

    public static ExpectedImpact Of(PredictedImpact promise, Metric metric)
    {
        var isSuccess = metric == Metric.SuccessRate;
        return new(
            isSuccess ? promise.Points : 0, isSuccess ? 0 : promise.Points, PointsInterval.Of(promise.Low, promise.High),
            ApiImpact.Seconds(promise.MinutesPer100Calls), ApiImpact.Seconds(promise.MinutesPerMonth), promise.CallsPerMonth, promise.CallsToJudge,
            ApiImpact.Worth("Save", promise.MinutesPer100Calls));
    }
}

/// <summary>What applying (or undoing) a card brought so far.</summary>
public sealed record ActualImpact(
    [property: Description("After minus before; null on a card about missing data, and before there are calls.")] double? SuccessRateChangePoints,
    [property: Description("After minus before, so less than 0 when it got better; null on a card about success, and before there are calls.")] double? MissingDataChangePoints,
    PointsInterval Interval,
    CallShare Before,
    CallShare After,
    [property: Description("The probability that the promise was kept, 0..1.")] double Certainty,
    Verdict Verdict,
    WatchedMetric? SideEffect,
    [property: Description("Other instruction versions in force while this was measured.")] int OtherChanges,
    DateTime MeasuredAt,
    [property: Description("Whether it no longer changes.")] bool Final,
    string? ActualRoi)
{
    public static ActualImpact? Of(Suggestion card, ImpactMeasurement? measured)
    {
        if (measured is null)
            return null;
        var points = measured.AfterTotal == 0 ? (double?)null : ApiImpact.Round(measured.Points);
        var isSuccess = card.Metric == Metric.SuccessRate;
        var minutes = card.Predicted.Points == 0 ? 0 : measured.Points * card.Predicted.MinutesPer100Calls / card.Predicted.Points;
        return new(
            isSuccess ? points : null, isSuccess ? null : -points, PointsInterval.Of(measured.Low, measured.High),
            CallShare.Of(measured.BeforeHits, measured.BeforeTotal), CallShare.Of(measured.AfterHits, measured.AfterTotal),
            measured.Certainty, measured.Verdict, measured.SideEffect, measured.OtherChanges, measured.MeasuredAt, measured.Final,
            points is null ? null : ApiImpact.Worth(minutes < 0 ? "Cost" : "Saved", Math.Abs(minutes)));
    }
}

/// <summary>Calls that went well, of a total.</summary>
public sealed record CallShare(int Hits, int Total, double? Rate)
{
    public static CallShare Of(int hits, int total) => new(hits, total, total == 0 ? null : (double)hits / total);
}

/// <summary>Means, in points, over the judged cards of one cause.</summary>
public sealed record ApiTrackRecord(int Cards, double PromisedPoints, double BroughtPoints)
{
    public static ApiTrackRecord? Of(TrackRecord? record) =>
        record is null ? null : new(record.Cards, ApiImpact.Round(record.Claimed), ApiImpact.Round(record.Brought));
}

internal static class ApiImpact
{
    public static double Round(double points) => Math.Round(points, 2);

    public static double Seconds(double minutes) => Math.Round(minutes * 60);

    public static string Worth(string verb, double minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"{verb} {Math.Round(minutes)} minutes per 100 calls");
}
