using SupportConsole.Domain.Triage.Text;
using SupportConsole.Domain.Triage.Words;

namespace SupportConsole.Domain.Triage.Rules;

/// <summary>The start for a workspace without labelled history: weighted keywords, made into a probability for every category.</summary>
internal static class CategoryRules
{
    public const int Count = (int)TriageCategory.General + 1;

    // A message without any keyword is general; one weak keyword does not change that.
    private const double General = 1.5;

    // A subcategory's words speak for its category too.
    private const double OfSubcategory = 0.5;

    // Pasted code or a stack trace speaks for a technical matter as a keyword does.
    private const double OfCode = 2;

    // The same word again adds little: a mail that says "login" five times is not five times as sure.
    private const double Again = 0.3;

    public static double[] Probabilities(ReadOnlySpan<Token> tokens, ReadOnlySpan<RuleMatch> matches, TriageFlag flags, TriageOptions options)
    {
        var scores = new double[Count];
        scores[(int)TriageCategory.General] = General;
        if ((flags & TriageFlag.Code) != 0)
            scores[(int)TriageCategory.Technical] = OfCode;
        for (var i = 0; i < matches.Length; i++)
        {
            ref readonly var match = ref matches[i];
            if (CategoryOf(tokens, match) is not { } category)
                continue;
            var weight = match.Rule.Weight * (match.Rule.Aspect == Aspect.Subcategory ? OfSubcategory : 1);
            weight *= tokens[match.First].Field == TextField.Subject ? options.SubjectWeight : 1;
            scores[(int)category] += weight * (SeenBefore(tokens, matches, i) ? Again : 1);
        }

        SoftMax(scores, options.KeywordStrength);
        return scores;
    }

    public static TriageSubcategory Subcategory(TriageCategory category, ReadOnlySpan<Token> tokens, ReadOnlySpan<RuleMatch> matches)
    {
        Span<float> weights = stackalloc float[(int)TriageSubcategory.DataIssue + 1];
        foreach (ref readonly var match in matches)
        {
            if (match.Rule.Aspect == Aspect.Subcategory && CategoryOf(tokens, match) == category)
                weights[match.Rule.Target] += match.Rule.Weight + (0.1f * match.Count);
        }

        var best = 0;
        for (var i = 1; i < weights.Length; i++)
            best = weights[i] > weights[best] ? i : best;
        return (TriageSubcategory)best;
    }

    /// <summary>What a match speaks for; "not down" speaks for nothing.</summary>
    public static TriageCategory? CategoryOf(ReadOnlySpan<Token> tokens, in RuleMatch match) =>
        match.Count == 1 && RuleBook.Instance.IsMarked(tokens[match.First].Id, Aspect.Fault) && Denial.Of(tokens, match.First) ? null : CategoryOf(match.Rule);

    private static TriageCategory? CategoryOf(Rule rule) => rule.Aspect switch
    {
        Aspect.Category => (TriageCategory)rule.Target,
        Aspect.Subcategory => (TriageSubcategory)rule.Target is TriageSubcategory.RefundRequest or TriageSubcategory.PlanChange or TriageSubcategory.Cancellation
            ? TriageCategory.Billing : TriageCategory.Technical,
        _ => null,
    };

    private static bool SeenBefore(ReadOnlySpan<Token> tokens, ReadOnlySpan<RuleMatch> matches, int index)
    {
        // Far enough back it is another thought; the look stays short for a text of any length.
        var match = matches[index];
        for (var i = index - 1; i >= Math.Max(0, index - 60); i--)
        {
            if (matches[i].Rule.Aspect == match.Rule.Aspect && matches[i].Rule.Target == match.Rule.Target && tokens[matches[i].First].Id == tokens[match.First].Id)
                return true;
        }

        return false;
    }

    private static void SoftMax(double[] scores, double strength)
    {
        var most = scores.Max();
        var sum = 0.0;
        for (var i = 0; i < scores.Length; i++)
            sum += scores[i] = Math.Exp(strength * (scores[i] - most));
        for (var i = 0; i < scores.Length; i++)
            scores[i] /= sum;
    }
}
