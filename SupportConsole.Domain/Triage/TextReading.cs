using SupportConsole.Domain.Triage.Rules;
using SupportConsole.Domain.Triage.Sentiment;
using SupportConsole.Domain.Triage.Text;
using SupportConsole.Domain.Triage.Words;

namespace SupportConsole.Domain.Triage;

/// <summary>One text cut into tokens, with every rule that matches. In pooled memory: dispose it.</summary>
internal ref struct TextReading
{
    /// <summary>So few words of a language that is not told apart feel what they feel in English: "nope", "ugh!!!".</summary>
    private const int FewWords = 4;

    private readonly RuleBook _book = RuleBook.Instance;
    private readonly Tongue _tongue;
    private TokenList _tokens;
    private PooledList<RuleMatch> _matches;

    public TextReading(in TriageText text, TextLanguage language, int mostWords)
    {
        _tokens = new TokenList(mostWords);
        _matches = new PooledList<RuleMatch>(64);
        Tokeniser.Read(text.Subject, TextField.Subject, _book.Words, ref _tokens);
        var ofSubject = _tokens.Tokens.Length;
        Tokeniser.Read(text.Body, TextField.Body, _book.Words, ref _tokens);
        // Nothing but a quotation or a signature: then that is the message.
        if (_tokens.Tokens.Length == ofSubject)
            Tokeniser.Read(text.Body, TextField.Body, _book.Words, ref _tokens, everything: true);
        _tongue = language switch
        {
            TextLanguage.Dutch => Tongue.Dutch,
            TextLanguage.English => Tongue.English,
            _ => Tongue.Any,
        };
        for (var i = 0; i < _tokens.Tokens.Length; i++)
            _book.Match(_tokens.Tokens, i, _tongue, ref _matches);
        Modifiers.Mark(_tokens.Tokens, _matches.Items);
    }

    public readonly ReadOnlySpan<Token> Tokens => _tokens.Tokens;

    public readonly ReadOnlySpan<RuleMatch> Matches => _matches.Items;

    public readonly int Questions => _tokens.Questions;

    public readonly SentimentReading Sentiment(List<TriageEvidence>? evidence)
    {
        var feelings = new PooledList<Feeling>(32);
        var tongue = _tongue == Tongue.Any && Tokens.Length < FewWords ? Tongue.English : _tongue;
        var sentiment = LexiconSentiment.Read(Tokens, Matches, _book, tongue, ref feelings);
        foreach (ref readonly var feeling in feelings.Items)
            evidence?.Add(Evidence(EvidenceKind.Sentiment, feeling.First, feeling.Count, feeling.Valence));
        feelings.Dispose();
        return sentiment;
    }

    /// <summary>Adds what spoke for the category and the emotion, and the flags.</summary>
    public readonly void Explain(TriageCategory category, TriageEmotion emotion, List<TriageEvidence> evidence)
    {
        foreach (ref readonly var match in Matches)
        {
            if (match.Rule.Aspect == Aspect.Emotion && emotion != TriageEmotion.Neutral && EmotionRules.Of(Tokens, match) == emotion)
                evidence.Add(Evidence(EvidenceKind.Emotion, match));
            else if (match.Rule.Aspect == Aspect.Flag && !Tokens[match.First].Negated)
                evidence.Add(Evidence(EvidenceKind.Flag, match));
            else if (CategoryRules.CategoryOf(Tokens, match) == category)
                evidence.Add(Evidence(EvidenceKind.Category, match));
        }
    }

    public readonly TriageEvidence Evidence(EvidenceKind kind, in RuleMatch match) => Evidence(kind, match.First, match.Count, match.Rule.Weight);

    public void Dispose()
    {
        _tokens.Dispose();
        _matches.Dispose();
    }

    private readonly TriageEvidence Evidence(EvidenceKind kind, int first, int count, double weight)
    {
        var (start, last) = (Tokens[first].Start, Tokens[first + count - 1]);
        return new TriageEvidence(kind, Tokens[first].Field, start, last.Start + last.Length - start, weight);
    }
}
