using MathNet.Numerics.Distributions;

namespace SupportConsole.Domain.Triage.Learning;

/// <summary>Whether a model keeps what it promises of the answers that go out by themselves, on texts that were not trained on.</summary>
/// <param name="Promised">The share of them that is to be right.</param>
/// <param name="Answered">How many were answered automatically, texts that belong to no label included; <paramref name="Right"/> of them with their label.</param>
public sealed record PrecisionPromise(double Promised, int Answered, int Right)
{
    /// <summary>It is broken when so few right answers are luck in fewer than one of twenty cases.</summary>
    private const double Luck = 0.05;

    public bool IsKept => Answered == 0 || Binomial.CDF(Promised, Answered, Right) >= Luck;

    public static PrecisionPromise Of(double promised, HeldOutReport report) => new(promised, report.Answered, report.AutoRight);
}
