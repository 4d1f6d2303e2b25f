using System.Text.RegularExpressions;

namespace SupportConsole.Domain.Projects;

/// <summary>Tells what a line of a transcript does, English or Dutch, in so far as finding the cause of a missing field needs it.</summary>
internal static partial class SpokenAnswer
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const int Timeout = 200;

    /// <summary>Whether a customer's line holds something that could be a value: a figure, or words that neither refuse, nor ask back, nor only fill.</summary>
    public static bool HoldsValue(string text) =>
        text.Any(char.IsDigit)
        || (!text.TrimEnd().EndsWith('?') && !Refusal().IsMatch(text) && Word().Matches(text).Any(word => !Filler().IsMatch(word.Value)));

    /// <summary>
    /// Whether one of the words stands in a sentence that asks or requests, or just before one ("There is a serial number on
    /// the plate. What does it say?"). Transcripts without question marks count any mention.
    /// </summary>
    public static bool AsksFor(string text, string[] words, bool hasQuestionMarks)
    {
        var sentences = Sentence().Matches(text).Select(sentence => sentence.Value).ToList();
        return sentences.Where((sentence, i) =>
            MissingCause.Mentions(sentence, words)
            && (!hasQuestionMarks || Asks(sentence) || (i + 1 < sentences.Count && Asks(sentences[i + 1]) && !Moment().IsMatch(sentences[i + 1])))).Any();
    }

    private static bool Asks(string sentence) => sentence.Contains('?', StringComparison.Ordinal) || Request().IsMatch(sentence);

    [GeneratedRegex(@"[^.!?]+[.!?]*", RegexOptions.None, Timeout)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.None, Timeout)]
    private static partial Regex Word();

    /// <summary>The question after an introduction that names its subject: it asks for no field.</summary>
    [GeneratedRegex(@"\b(moment|good time|gelegen|schikt|uit|uitkomt|hear me|hoort u mij)\b", Options, Timeout)]
    private static partial Regex Moment();

    [GeneratedRegex(@"\b(tell me|give me|let me have|(may|can|could) i have|i need|i would like to know|please (say|spell|read)|vertel|geef|noem|mag ik|kunt u|kun je|ik heb .{0,40} nodig|ik hoor graag)\b", Options, Timeout)]
    private static partial Regex Request();

    [GeneratedRegex(
        @"\b((do|did|could|would|can|wo)(n['’]?t| not)|cannot|not) (really |quite |actually )?(know|remember|recall|say|tell|sure|share|give|have|read|find|see|get to|reach|check)\b"
        + @"|\b(no (idea|clue)|(rather|prefer) not|not (at hand|with me|comfortable)|none of your|private|(have|need) to (look|check|go and)|look (it|that) up|by heart)\b"
        + @"|\bweet (ik )?(dat |het )?(echt |zo |nu |even )*niet\b|\b(geen idee|liever niet|niet (bij de hand|bij me|zeker|paraat|uit mijn hoofd)|opzoeken|nakijken|privé|gaat (u|je) niets aan|(zeg|geef|wil|heb) ik (u |dat |die |nu |hier |even )*niet)\b",
        Options,
        Timeout)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"^(yes|yeah|yep|no|nope|ok|okay|sure|fine|right|well|hm+|uhm*|um+|er+m?|oh|ah|hello|hi|sorry|pardon|what|please|thanks?|you|thank|it|is|that|s|ja|jawel|nee|neen|oké|goed|prima|nou|eh+|tja|hallo|dag|wat|graag|dank|bedankt|u|het|dat)$", Options, Timeout)]
    private static partial Regex Filler();
}
