using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Data.Demo.Agent;

/// <summary>
/// How an agent that follows these instructions behaves on the phone, read from their words: whoever wrote them, in
/// English or Dutch. The simulated callers react to this and to nothing else of the text.
/// </summary>
public sealed record AgentTraits
{
    public required bool SaysWhoCalls { get; init; }

    public required bool SaysWhy { get; init; }

    public required bool AsksForAGoodMoment { get; init; }

    public required bool OffersToCallBack { get; init; }

    public required bool SaysWhatIsLeft { get; init; }

    public required bool SaysTheBenefit { get; init; }

    public required bool AsksAboutARefusal { get; init; }

    /// <summary>Whether it calls again at another time when nobody answers.</summary>
    public required bool TriesAnotherTime { get; init; }

    /// <summary>When calls may be placed; null means always.</summary>
    public required CallingHours? Hours { get; init; }

    public required IReadOnlyDictionary<string, FieldTraits> Fields { get; init; }

    /// <summary>The text they were read from: some callers react to one thing that only their project knows.</summary>
    public required string Text { get; init; }

    public static AgentTraits Read(string text, IReadOnlyList<CaptureField> fields)
    {
        var statements = Statement.Of(InstructionText.Parse(text), fields);
        var opening = statements.Where(statement => statement.IsOpening).ToList();
        opening = opening.Count > 0 ? opening : [.. statements.Take(Statement.OpeningLength)];
        return new AgentTraits
        {
            SaysWhoCalls = Last(opening, Wording.WhoCalls()),
            SaysWhy = Last(opening, Wording.WhyCalling()),
            AsksForAGoodMoment = Last(opening, Wording.GoodMoment()),
            OffersToCallBack = Last(statements, Wording.CallBack(), Wording.BadMoment()),
            SaysWhatIsLeft = Last(statements, Wording.WhatIsLeft()),
            SaysTheBenefit = Last(statements, Wording.Benefit()),
            AsksAboutARefusal = Last(statements, Wording.Refusal(), Wording.Ask()),
            TriesAnotherTime = Last(statements, Wording.AnotherTime(), Wording.Calling()),
            Hours = CallingHours.Read(statements),
            Fields = fields.ToDictionary(field => field.Key, field => FieldReading.Of(field, statements)),
            Text = text,
        };
    }

    /// <summary>Whether the last statement that speaks of it says to do it: people correct themselves further down.</summary>
    private static bool Last(
        IEnumerable<Statement> statements, System.Text.RegularExpressions.Regex words, System.Text.RegularExpressions.Regex? and = null) =>
        statements.Where(statement => and is null || and.IsMatch(statement.Text))
            .Select(statement => statement.Says(words)).LastOrDefault(says => says is not null) ?? false;
}
