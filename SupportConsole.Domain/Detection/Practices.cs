using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Detection;

/// <summary>What good instructions for a call say, and whether these do: read from their words, whoever wrote them, in English or Dutch.</summary>
public static partial class Practices
{
    public const string Introduction = "introduction";
    public const string NameConfirmed = "name";
    public const string OneQuestion = "one_question";
    public const string Interruptions = "interruptions";
    public const string Refusal = "refusal";

    /// <summary>All of them, in the order in which they help a call along.</summary>
    public static readonly IReadOnlyList<string> All = [Introduction, NameConfirmed, OneQuestion, Interruptions, Refusal];

    /// <summary>What was read from a text, for as long as somebody holds it: it is asked for with every call, and texts change seldom.</summary>
    private static readonly ConditionalWeakTable<InstructionText, Reading> Read = [];

    /// <summary>The practices that the instructions leave out or say not to follow. A name is to be confirmed only where one is captured or customers are addressed by it.</summary>
    public static IReadOnlyList<string> Lacking(InstructionText text, IReadOnlyCollection<CaptureField> fields)
    {
        var read = Read.GetValue(text, Reading.Of);
        return [.. read.Lacking.Where(practice => practice != NameConfirmed || read.Addressed
            || fields.Any(field => PracticeWords.NameOfPerson().IsMatch($"{field.Key.Replace('_', ' ')} {field.Label}")))];
    }

    private static bool IsFollowed(string practice, List<PracticeClause> clauses) => practice switch
    {
        Introduction => Says(clauses, PracticeWords.WhoCalls()) && Says(clauses, PracticeWords.WhyCalling()),
        NameConfirmed => clauses.Exists(clause => clause.Says(PracticeWords.RightPerson()) == true)
            || clauses.Exists(clause => clause.Says(PracticeWords.Confirm()) == true && clause.IsAbout(PracticeWords.Name(), PracticeWords.It())),
        OneQuestion => Says(clauses, PracticeWords.OneAtATime()) || Forbids(clauses, PracticeWords.ManyAtOnce()),
        // "When they interrupt, stop" is more than a clause, and "if they do not want to" is a refusal and no denial: of what to do in
        // such a case only words that go against it count as one.
        Interruptions => Forbids(clauses, PracticeWords.TalksOver())
            || clauses.Exists(clause => PracticeWords.LetsFinish().IsMatch(clause.Sentence) && !PracticeWords.TalksOn().IsMatch(clause.Sentence)),
        Refusal => clauses.Exists(clause => PracticeWords.Refuses().IsMatch(clause.Sentence) && !PracticeWords.Persists().IsMatch(clause.Sentence)),
        _ => throw new ArgumentOutOfRangeException(nameof(practice), practice, null),
    };

    /// <summary>Whether the last clause that speaks of it says to do it: people correct themselves further down.</summary>
    private static bool Says(List<PracticeClause> clauses, Regex words) =>
        clauses.Select(clause => clause.Says(words)).LastOrDefault(says => says is not null) == true;

    /// <summary>The same of something bad: whether it says not to.</summary>
    private static bool Forbids(List<PracticeClause> clauses, Regex words) =>
        clauses.Select(clause => clause.Says(words)).LastOrDefault(says => says is not null) == false;

    /// <param name="Lacking">What it leaves out, whether it applies or not.</param>
    /// <param name="Addressed">Whether customers are addressed by their name.</param>
    private sealed record Reading(IReadOnlyList<string> Lacking, bool Addressed)
    {
        public static Reading Of(InstructionText text)
        {
            var clauses = PracticeClause.Of(text);
            return new Reading(
                [.. All.Where(practice => !IsFollowed(practice, clauses))], clauses.Exists(clause => PracticeWords.Addressed().IsMatch(clause.Text)));
        }
    }
}
