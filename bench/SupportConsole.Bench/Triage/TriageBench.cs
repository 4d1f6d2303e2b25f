using System.Diagnostics;
using SupportConsole.Domain.Evaluation.Texts;
using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Bench.Triage;

/// <summary>The classifier on one core, beside the seed's method (TF-IDF of 1,000 words, naive Bayes) on the same texts in the same run.</summary>
internal static class TriageBench
{
    private const int Train = 10_000, Asked = 5_000, Labels = 77, WarmUps = 2_000;

    /// <param name="given">--input: a CSV with text and label to measure on instead of made texts; every third row is asked, the others are trained on.</param>
    public static Task RunAsync(IReadOnlyDictionary<string, string> given)
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
            Process.GetCurrentProcess().ProcessorAffinity = 1;
        var all = given.TryGetValue("--input", out var file) ? TextFiles.ReadLabelled(file) : MadeTexts.Make(Train + Asked, Labels, seed: 1);
        var train = all.At(Enumerable.Range(0, all.Count).Where(row => row % 3 != 2));
        var asked = all.At(Enumerable.Range(0, all.Count).Where(row => row % 3 == 2));

        var clock = Stopwatch.StartNew();
        var model = TextModelTraining.Train(train, new LearningOptions());
        var training = clock.Elapsed.TotalSeconds;
        clock.Restart();
        var bayes = NaiveBayes.Train(train);
        var reference = clock.Elapsed.TotalSeconds;

        var ours = Ask(asked, text => model.Classify(text).Label);
        var theirs = Ask(asked, bayes.Classify);
        TriageLine.Of("train", training, $"s for {train.Count} texts, {model.Labels.Count} labels", reference).Print();
        TriageLine.Of("classify", ours.PerSecond, "texts/s", theirs.PerSecond).Print();
        TriageLine.Of("classify_p99", ours.P99Ms, "ms", theirs.P99Ms).Print();
        TriageLine.Of("classify_bytes", ours.Bytes, "bytes allocated a text", theirs.Bytes).Print();
        TriageLine.Of("classify_accuracy", ours.Accuracy, "share right", theirs.Accuracy).Print();
        return Task.CompletedTask;
    }

    private static (double PerSecond, double P99Ms, double Bytes, double Accuracy) Ask(TrainingTexts asked, Func<string, string> classify)
    {
        for (var i = 0; i < WarmUps; i++)
            classify(asked.Texts[i % asked.Count]);
        var took = new double[asked.Count];
        var right = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < asked.Count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            right += classify(asked.Texts[i]) == asked.Labels[i] ? 1 : 0;
            took[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        var (seconds, bytes) = (clock.Elapsed.TotalSeconds, GC.GetAllocatedBytesForCurrentThread() - before);
        Array.Sort(took);
        return (asked.Count / seconds, took[(int)(took.Length * 0.99)], (double)bytes / asked.Count, (double)right / asked.Count);
    }
}
