namespace SupportConsole.Domain.Triage.Learning;

/// <summary>How sure an answer must be to go out without a person, so that the chosen share of what goes out is right.</summary>
public static class AutoThreshold
{
    /// <summary>Fewer answered texts than this prove nothing: then nothing goes out.</summary>
    private const double Fewest = 30;

    /// <summary>However good the company it is in: an answer that is likelier wrong than right does not go out.</summary>
    private const float Least = 0.5f;

    /// <summary>Standard errors that the texts' own precision must lie above the chosen one: what is found on them is partly luck.</summary>
    private const double Margin = 0.5;

    /// <summary>
    /// The lowest threshold at which both what the texts say and what their trust promises reach the precision, and no more strangers are
    /// answered than may be; 2 when there is none.
    /// </summary>
    public static float Choose(
        IReadOnlyList<float> trust, IReadOnlyList<bool> right, IReadOnlyList<double> weights, double precision, IReadOnlyList<bool> stranger, double mostStrangers)
    {
        var (all, hits, promised, count, strangers) = (0.0, 0.0, 0.0, 0, 0);
        var allowed = mostStrangers * stranger.Count(one => one);
        var chosen = 2f;
        foreach (var row in Enumerable.Range(0, trust.Count).OrderByDescending(row => trust[row]))
        {
            count++;
            all += weights[row];
            hits += right[row] ? weights[row] : 0;
            strangers += stranger[row] ? 1 : 0;
            if (strangers > allowed || trust[row] < Least)
                break;
            promised += trust[row] * weights[row];
            var error = Math.Sqrt(precision * (1 - precision) / count);
            if (count >= Fewest && hits / all >= precision + (Margin * error) && promised / all >= precision)
                chosen = trust[row];
        }

        return chosen;
    }
}
