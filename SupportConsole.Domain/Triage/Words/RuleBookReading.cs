using System.Globalization;

namespace SupportConsole.Domain.Triage.Words;

/// <summary>Puts the word files and the lexicons that joined at build into one <see cref="RuleBook"/>.</summary>
internal sealed class RuleBookReading
{
    // What is written by hand fits support messages; the lexicon is the mean of ten people. Half and half did best on texts of neither.
    private const float ByHand = 0.5f;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _homographs = [.. WordFile.Read("Words.homographs.txt").Select(line => line.Phrase)];
    private readonly List<float> _english = [];
    private readonly List<float> _dutch = [];
    private readonly List<List<RuleBook.Phrase>> _phrases = [];

    public static RuleBook Read()
    {
        var reading = new RuleBookReading();
        reading.Lexicons();
        foreach (var (file, tongue) in new[] { ("en", Tongue.English), ("nl", Tongue.Dutch) })
        {
            reading.Sentiment($"Words.sentiment.{file}.txt", tongue);
            reading.Rules($"Words.modifiers.{file}.txt", tongue, Modifier);
            reading.Rules($"Words.urgency.{file}.txt", tongue, name => name == "impact" ? (Aspect.Impact, (byte)0) : (Aspect.Urgency, (byte)Enum.Parse<TriageUrgency>(name, ignoreCase: true)));
            reading.Rules($"Words.emotion.{file}.txt", tongue, Emotion);
            reading.Rules($"Words.category.{file}.txt", tongue, CategoryOf);
        }

        reading.Sentiment("Words.marks.txt", Tongue.Any);
        reading.Rules("Words.emotion.marks.txt", Tongue.Any, Emotion);
        reading.Rules("Words.flags.txt", Tongue.Any, name => (Aspect.Flag, (byte)Enum.Parse<TriageFlag>(name, ignoreCase: true)));
        reading.Rules("Words.stop.txt", Tongue.Any, _ => (Aspect.Stop, 0));
        return new RuleBook(reading._words, [.. reading._english], [.. reading._dutch], [.. reading._phrases]);
    }

    private static (Aspect, byte) Emotion(string name) => (Aspect.Emotion, (byte)Enum.Parse<TriageEmotion>(name, ignoreCase: true));

    private static (Aspect, byte) Modifier(string name) => (Enum.Parse<Aspect>(name, ignoreCase: true), 0);

    private static (Aspect, byte) CategoryOf(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? (Aspect.Category, (byte)Enum.Parse<TriageCategory>(name, ignoreCase: true))
            : (Aspect.Subcategory, (byte)TriageNames.SubcategoryOf(name[(slash + 1)..]));
    }

    /// <summary>One line each: word, tab, valence.</summary>
    private void Lexicons()
    {
        foreach (var line in WordFile.Lines("Lexicon.tsv"))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var valence = float.Parse(line.AsSpan(tab + 1), CultureInfo.InvariantCulture);
            foreach (var phrase in PhraseReading.Read(line[..tab], Tongue.English))
                Feeling(phrase, valence, Tongue.English);
        }
    }

    private void Sentiment(string file, Tongue tongue)
    {
        foreach (var (name, _, phrase) in WordFile.Read(file))
        {
            foreach (var words in PhraseReading.Read(phrase, tongue))
                Feeling(words, float.Parse(name, CultureInfo.InvariantCulture), tongue);
        }
    }

    /// <summary>What is written by hand is read last; zero says that a word has no feeling in a support message.</summary>
    private void Feeling(string[] words, float valence, Tongue tongue)
    {
        if (words.Length == 1)
        {
            var id = Number(words[0]);
            if (tongue != Tongue.Dutch)
                _english[id] = _english[id] != 0 && valence != 0 ? (ByHand * valence) + ((1 - ByHand) * _english[id]) : valence;
            if (tongue != Tongue.English)
                _dutch[id] = valence;
            return;
        }

        Add(words, new Rule(Aspect.Sentiment, 0, valence, tongue));
    }

    private void Rules(string file, Tongue tongue, Func<string, (Aspect Aspect, byte Target)> what)
    {
        foreach (var (name, weight, phrase) in WordFile.Read(file))
        {
            var (aspect, target) = what(name);
            foreach (var words in PhraseReading.Read(phrase, tongue))
                Add(words, new Rule(aspect, target, weight, tongue == Tongue.English && words is [var word] && _homographs.Contains(word) ? Tongue.EnglishAlone : tongue));
        }
    }

    private void Add(string[] words, Rule rule)
    {
        var first = Number(words[0]);
        var rest = words.Skip(1).Select(word => word == PhraseReading.Gap ? RuleBook.Gap : Number(word)).ToArray();
        (_phrases[first] ??= []).Add(new RuleBook.Phrase(rule, rest));
    }

    private int Number(string word)
    {
        if (_words.TryGetValue(word, out var id))
            return id;
        _words.Add(word, id = _words.Count);
        _english.Add(0);
        _dutch.Add(0);
        _phrases.Add(null!);
        return id;
    }
}
