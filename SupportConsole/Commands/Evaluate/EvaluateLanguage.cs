using System.CommandLine;
using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Triage.Languages;
using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Commands.Evaluate;

/// <summary>Which of the console's languages a short text is in.</summary>
internal static class EvaluateLanguage
{
    public static Command Of() =>
        new TextTask("language", "Tells Dutch (nl), English (en) and other languages apart.").Does<TextLanguage>(
            ["label"],
            _ =>
            {
                // The first text learns the languages.
                LanguageGuess.Of("ready");
                return text => LanguageGuess.Of(text);
            },
            language => [TriageNames.Of(language)],
            (truth, languages) =>
            {
                var labels = languages.Select(TriageNames.Of).ToList();
                return new { Accuracy = Measures.Accuracy(truth, labels), MacroF1 = Measures.MacroF1(truth, labels) };
            });
}
