using MathNet.Numerics.Distributions;

namespace SupportConsole.Domain.Evaluation.Detection;

/// <summary>Random draws that a seed repeats, on any machine and in any order of the scenarios.</summary>
internal sealed class Dice(int seed, int index)
{
    private readonly Random _random = new(unchecked(seed * 1_000_003 + index * 7919));

    public bool Chance(double probability) => _random.NextDouble() < probability;

    public double Between(double low, double high) => low + (high - low) * _random.NextDouble();

    public int Below(int count) => _random.Next(count);

    public T Of<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    /// <summary>That many of them, each at most once.</summary>
    public T[] Some<T>(T[] choices, int count)
    {
        var all = choices.ToArray();
        _random.Shuffle(all);
        return all[..Math.Min(count, all.Length)];
    }

    public T Weighted<T>(IReadOnlyList<(T Choice, double Share)> choices)
    {
        var at = Between(0, choices.Sum(choice => choice.Share));
        foreach (var (choice, share) in choices)
        {
            if ((at -= share) < 0)
            {
                return choice;
            }
        }

        return choices[^1].Choice;
    }

    public double Beta(Beta belief) => MathNet.Numerics.Distributions.Beta.Sample(_random, belief.A, belief.B);
}
