using SupportConsole.Domain.Triage.Text;
using SupportConsole.Domain.Triage.Words;

namespace SupportConsole.Domain.Triage.Sentiment;

/// <summary>
/// Sentiment from word lists alone: the valences of words and phrases, turned by negation, boosters, capitals, contrast and doubt,
/// summed and brought to -1..1 against the length of the text. The constants are those of VADER (Hutto and Gilbert 2014) where it has one.
/// </summary>
internal static class LexiconSentiment
{
    private const float Boost = 0.293f;
    private const float Capitals = 0.733f;
    private const float Stretch = 0.4f;
    private const float Exclamation = 0.292f;
    private const float BeforeContrast = 0.5f;
    private const float AfterContrast = 1.5f;

    // "Not good" is bad, but not as bad as "bad"; "not bad" is hardly good.
    private const float NotGood = -0.74f;
    private const float NotBad = -0.5f;

    // "If it were good": it is not.
    private const float Doubted = 0.6f;

    // People write more good words than bad ones, so a bad one says more (Taboada and others 2011, who take 1.5).
    private const float Negativity = 1.4f;

    // A chain of questions is no praise.
    private const float Question = 0.3f;

    // How fast the sum comes near -1 or 1, and from how many words on and how strongly length counts against it.
    private const float Alpha = 15f;
    private const float LengthFrom = 12f;
    private const float LengthPower = 0.3f;

    /// <summary>Fills <paramref name="feelings"/> with what carried feeling, in order.</summary>
    public static SentimentReading Read(ReadOnlySpan<Token> tokens, ReadOnlySpan<RuleMatch> matches, RuleBook book, Tongue tongue, ref PooledList<Feeling> feelings)
    {
        var valences = tongue == Tongue.Dutch ? book.Dutch : book.English;
        var shouting = ShoutingThroughout(tokens);
        var next = 0;
        for (var i = 0; i < tokens.Length;)
        {
            while (next < matches.Length && (matches[next].First < i || matches[next].Rule.Aspect != Aspect.Sentiment))
                next++;
            var phrase = next < matches.Length && matches[next].First == i;
            var count = phrase ? matches[next].Count : 1;
            var valence = phrase ? matches[next].Rule.Weight : ValenceAt(tokens, i, valences, tongue);
            if (valence != 0)
                feelings.Add(new Feeling(i, count, Turned(tokens, i, count, valence, shouting)));
            i += count;
        }

        return Sum(tokens, feelings.Items);
    }

    /// <summary>A booster or a negator before a word with feeling only turns that word: "terribly nice".</summary>
    private static float ValenceAt(ReadOnlySpan<Token> tokens, int i, float[] valences, Tongue tongue)
    {
        ref readonly var token = ref tokens[i];
        // In a language that is not known only an emoji is understood: "die" and "war" are plain German words.
        if (token.Id < 0 || (tongue == Tongue.Any && token.Kind != TokenKind.Emoji) || (token.Role & (TokenRole.Negator | TokenRole.Inside)) != 0)
            return 0;
        var valence = valences[token.Id];
        var modifies = (token.Role & (TokenRole.Booster | TokenRole.Damper)) != 0 && token.PauseAfter == Pause.None
            && i + 1 < tokens.Length && tokens[i + 1].Id >= 0 && valences[tokens[i + 1].Id] != 0;
        return modifies ? 0 : valence;
    }

    private static float Turned(ReadOnlySpan<Token> tokens, int first, int count, float valence, bool shouting)
    {
        ref readonly var token = ref tokens[first];
        var sign = MathF.Sign(valence);
        if (token.Shouted && !shouting)
            valence += sign * Capitals;
        if (token.Stretched)
            valence += sign * Stretch;
        var fade = 1f;
        var doubt = false;
        for (var back = 1; back <= 3 && first - back >= 0; back++, fade -= 0.05f)
        {
            ref readonly var before = ref tokens[first - back];
            if (before.PauseAfter >= Pause.Clause || before.Field != token.Field)
                break;
            if ((before.Role & TokenRole.Booster) != 0)
                valence += sign * fade * Boost;
            if ((before.Role & TokenRole.Damper) != 0)
                valence -= sign * fade * Boost;
            doubt |= (before.Role & TokenRole.Doubt) != 0;
        }

        if (token.Negated)
            valence *= valence > 0 ? NotGood : NotBad;
        return doubt ? valence * Doubted : valence;
    }

    private static SentimentReading Sum(ReadOnlySpan<Token> tokens, Span<Feeling> feelings)
    {
        Weigh(tokens, feelings);
        float sum = 0, mass = 0;
        foreach (ref readonly var feeling in feelings)
        {
            sum += feeling.Valence < 0 ? feeling.Valence * Negativity : feeling.Valence;
            mass += Math.Min(1, Math.Abs(feeling.Valence) / 2.5f);
        }

        var (exclamations, questions) = Marks(tokens);
        sum += (MathF.Sign(sum) * Math.Min(exclamations, 4) * Exclamation) - (Question * Math.Min(questions, 3));
        sum /= MathF.Pow(Math.Max(1, tokens.Length / LengthFrom), LengthPower);
        var polarity = sum / MathF.Sqrt((sum * sum) + Alpha);
        var subjectivity = mass / (mass + 0.12 * tokens.Length + 0.5);
        return new SentimentReading(Math.Clamp(polarity, -1, 1), mass == 0 ? 0 : Math.Clamp(subjectivity, 0, 1));
    }

    /// <summary>In a sentence with a "but", what follows it weighs more than what stands before.</summary>
    private static void Weigh(ReadOnlySpan<Token> tokens, Span<Feeling> feelings)
    {
        var (from, turn, next) = (0, -1, 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            if ((tokens[i].Role & TokenRole.Contrast) != 0 && i > from)
                turn = i;
            if (tokens[i].PauseAfter != Pause.Sentence && i < tokens.Length - 1)
                continue;
            for (; next < feelings.Length && feelings[next].First <= i; next++)
            {
                if (turn > 0)
                    feelings[next] = feelings[next] with { Valence = feelings[next].Valence * (feelings[next].First < turn ? BeforeContrast : AfterContrast) };
            }

            (from, turn) = (i + 1, -1);
        }
    }

    private static (int Exclamations, int Questions) Marks(ReadOnlySpan<Token> tokens)
    {
        var (exclamations, questions) = (0, 0);
        foreach (ref readonly var token in tokens)
        {
            exclamations += token.Exclamations;
            questions += token.Questions;
        }

        return (exclamations, questions);
    }

    private static bool ShoutingThroughout(ReadOnlySpan<Token> tokens)
    {
        var (shouted, words) = (0, 0);
        foreach (ref readonly var token in tokens)
        {
            shouted += token.Shouted ? 1 : 0;
            words += token.Kind == TokenKind.Word ? 1 : 0;
        }

        return shouted * 2 > words;
    }
}
