using System.CommandLine;

namespace SupportConsole.Commands.Evaluate;

/// <summary>Measures how right the console is, by the code that runs in it. The scores are the last line of standard output.</summary>
internal static class EvaluateCommands
{
    public const string Name = "evaluate";

    public static Command All(IServiceProvider services) => CommandMaking.Group(
        Name,
        "Measures how right the console is; needs no database and no network.",
        EvaluateDetection.Of(services),
        EvaluateClassify.Of(),
        EvaluateFingerprint.Of(),
        EvaluateLanguage.Of(),
        EvaluateSentiment.Of(services));
}
