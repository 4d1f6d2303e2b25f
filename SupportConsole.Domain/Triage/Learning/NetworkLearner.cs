
namespace SupportConsole.Domain.Triage.Learning;

/// <summary>
/// A network with one hidden layer over the same features. It finds what words have in common, which separate weights cannot; it errs
/// elsewhere than the margins do, so both together are better than either. Half of a text's features and half of the hidden units
/// are left out at random in every step, so that nothing hangs on one of them. Steps shrink with what a row has seen (AdaGrad by row).
/// </summary>
internal sealed class NetworkLearner
{
    public const int HiddenUnits = 128;

    private const float InputPace = 0.08f, OutputPace = 0.0125f, FirstInput = 0.1f, FirstOutput = 0.015f, Little = 1e-6f;

    /// <summary>Rounds over the texts: enough steps for few texts, no more seconds than needed for many.</summary>
    private const int FewestRounds = 15, MostRounds = 40, StepsWanted = 40_000;

    private readonly TextRows _rows;
    private readonly int[] _labels;
    private readonly int _labelCount, _width;
    private readonly float[] _input, _hiddenBias = new float[HiddenUnits], _output, _outputBias;
    private readonly float[] _seenInput, _seenOutput = new float[HiddenUnits];
    private readonly float[] _hidden = new float[HiddenUnits], _back = new float[HiddenUnits], _errors;
    private readonly Random _random;
    private float _seenHiddenBias = Little, _seenOutputBias = Little;

    private NetworkLearner(TextRows rows, int[] labels, int labelCount, int features, int seed)
    {
        (_rows, _labels, _labelCount, _width, _random) = (rows, labels, labelCount, Lanes.Padded(labelCount), new Random(seed));
        (_input, _output, _outputBias, _errors) = (new float[features * HiddenUnits], new float[HiddenUnits * _width], new float[_width], new float[_width]);
        _seenInput = new float[features];
        Array.Fill(_seenInput, Little);
        Array.Fill(_seenOutput, Little);
        foreach (ref var cell in _input.AsSpan())
            cell = ((_random.NextSingle() * 2) - 1) * FirstInput;
        for (var unit = 0; unit < HiddenUnits; unit++)
        {
            foreach (ref var cell in _output.AsSpan(unit * _width, labelCount))
                cell = ((_random.NextSingle() * 2) - 1) * FirstOutput;
        }
    }

    public static NetworkView Learn(TextRows rows, int[] labels, int labelCount, int features, int seed, TrainingWatch? watch = null)
    {
        var learner = new NetworkLearner(rows, labels, labelCount, features, seed);
        learner.Run(watch);
        return new NetworkView(CompactRows.Of(learner._input, HiddenUnits), learner._hiddenBias, learner._output, learner._outputBias);
    }

    /// <summary>How often it goes over so many texts.</summary>
    public static int Rounds(int texts) => Math.Clamp(StepsWanted / Math.Max(1, texts), FewestRounds, MostRounds);

    private void Run(TrainingWatch? watch)
    {
        var order = Enumerable.Range(0, _rows.Count).ToArray();
        var rounds = Rounds(_rows.Count);
        Span<ulong> kept = stackalloc ulong[(NgramReader.MostCharacters * 6 / 64) + 1];
        for (var round = 0; round < rounds; round++)
        {
            _random.Shuffle(order);
            var slower = 1 - (0.9f * round / rounds);
            foreach (var row in order)
            {
                watch?.Check();
                Step(row, slower, kept);
            }

            watch?.Worked(order.Length);
        }
    }

    private void Step(int row, float slower, Span<ulong> kept)
    {
        var ids = _rows.Ids(row);
        var values = _rows.Values(row);
        _random.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(kept[..((ids.Length / 64) + 1)]));
        _hiddenBias.CopyTo(_hidden, 0);
        for (var i = 0; i < ids.Length; i++)
        {
            if (IsKept(kept, i))
                Lanes.Add(_hidden, _input.AsSpan(ids[i] * HiddenUnits, HiddenUnits), values[i] * 2);
        }

        Span<ulong> units = [(ulong)_random.NextInt64(long.MinValue, long.MaxValue), (ulong)_random.NextInt64(long.MinValue, long.MaxValue)];
        _outputBias.CopyTo(_errors, 0);
        for (var unit = 0; unit < HiddenUnits; unit++)
        {
            _hidden[unit] = IsKept(units, unit) ? MathF.Max(0, _hidden[unit]) * 2 : 0;
            if (_hidden[unit] > 0)
                Lanes.Add(_errors, _output.AsSpan(unit * _width, _width), _hidden[unit]);
        }

        var errors = _errors.AsSpan(0, _labelCount);
        Lanes.Softmax(errors);
        errors[_labels[row]] -= 1;
        _errors.AsSpan(_labelCount).Clear();
        Learn(slower);
        LearnInput(ids, values, kept, slower);
    }

    private void Learn(float slower)
    {
        var size = Lanes.Dot(_errors, _errors) / _labelCount;
        for (var unit = 0; unit < HiddenUnits; unit++)
        {
            if (_hidden[unit] <= 0)
            {
                _back[unit] = 0;
                continue;
            }

            var weights = _output.AsSpan(unit * _width, _width);
            _back[unit] = Lanes.Dot(_errors, weights) * 2;
            _seenOutput[unit] += size * _hidden[unit] * _hidden[unit];
            Lanes.Add(weights, _errors, -OutputPace * slower * _hidden[unit] / MathF.Sqrt(_seenOutput[unit]));
        }

        _seenOutputBias += size;
        Lanes.Add(_outputBias, _errors, -0.3f * OutputPace * slower / MathF.Sqrt(_seenOutputBias));
    }

    private void LearnInput(ReadOnlySpan<int> ids, ReadOnlySpan<float> values, ReadOnlySpan<ulong> kept, float slower)
    {
        var size = Lanes.Dot(_back, _back) / HiddenUnits;
        for (var i = 0; i < ids.Length; i++)
        {
            if (!IsKept(kept, i))
                continue;
            var value = values[i] * 2;
            ref var seen = ref _seenInput[ids[i]];
            seen += size * value * value;
            Lanes.Add(_input.AsSpan(ids[i] * HiddenUnits, HiddenUnits), _back, -InputPace * slower * value / MathF.Sqrt(seen));
        }

        _seenHiddenBias += size;
        Lanes.Add(_hiddenBias, _back, -0.1f * InputPace * slower / MathF.Sqrt(_seenHiddenBias));
    }

    private static bool IsKept(ReadOnlySpan<ulong> coins, int index) => (coins[index >> 6] >> index & 1) != 0;
}
