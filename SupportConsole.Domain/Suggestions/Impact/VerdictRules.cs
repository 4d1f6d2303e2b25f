namespace SupportConsole.Domain.Suggestions.Impact;

/// <summary>
/// When a promise is judged and how. A verdict is tried at the calls to judge and then each time they have doubled: to look
/// at every call and stop at the first clear answer would find more promises broken, and more kept, than there are.
/// </summary>
/// <param name="CallsBefore">Counted calls that the effect is compared with; they are frozen, so too few stay too few.</param>
public sealed record VerdictRules(ImpactOptions Limits, int CallsToJudge, int CallsBefore)
{
    /// <summary>How many calls the next try waits for, after one on <paramref name="calls"/> calls.</summary>
    public static int NextLook(int callsToJudge, int calls)
    {
        var look = Math.Max(1, callsToJudge);
        while (look <= calls)
        {
            look *= 2;
        }

        return look;
    }

    /// <summary>How many calls to wait for now: those of the next try, at most those of the last.</summary>
    public static int Goal(int callsToJudge, int calls, ImpactOptions limits) =>
        Math.Min(NextLook(callsToJudge, calls), Math.Max(1, callsToJudge) * limits.PatienceFactor);

    /// <summary>The verdict as of now, and whether it is the last word.</summary>
    /// <param name="looked">Calls at the reading before this one.</param>
    /// <param name="calls">Calls now.</param>
    /// <param name="certainty">The probability that the promise was kept.</param>
    /// <param name="worse">Whether a watched rate got worse.</param>
    /// <param name="ended">Whether no more calls can come: the change was taken back.</param>
    public (Verdict Verdict, bool Final) Judge(int looked, int calls, double certainty, bool worse, bool ended, TimeSpan elapsed)
    {
        var over = ended || calls >= CallsToJudge * Limits.PatienceFactor || elapsed >= TimeSpan.FromDays(Limits.MaximumDays);
        var enough = over ? calls >= Limits.MinimumCalls : calls >= NextLook(CallsToJudge, looked);
        var verdict = !enough || CallsBefore < Limits.MinimumBefore ? Verdict.TooLittleData
            : worse ? Verdict.SideEffect
            : certainty >= Limits.Certainty ? Verdict.Held
            : certainty <= 1 - Limits.Certainty ? Verdict.NotHeld
            : Verdict.TooLittleData;
        return (verdict, over || verdict != Verdict.TooLittleData);
    }
}
