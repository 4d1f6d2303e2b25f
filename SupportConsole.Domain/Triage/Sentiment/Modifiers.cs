using SupportConsole.Domain.Triage.Text;
using SupportConsole.Domain.Triage.Words;

namespace SupportConsole.Domain.Triage.Sentiment;

/// <summary>Notes on each token what it does to its neighbours, and which tokens stand under a negation.</summary>
internal static class Modifiers
{
    /// <summary>A negation reaches this many words: "not a very good" and "niet echt heel erg goed".</summary>
    private const int Reach = 4;

    public static void Mark(Span<Token> tokens, ReadOnlySpan<RuleMatch> matches)
    {
        foreach (ref readonly var match in matches)
        {
            var role = RoleOf(match.Rule);
            if (role is null || (tokens[match.First].Role & TokenRole.Inside) != 0)
                continue;
            for (var i = match.First; match.Count > 1 && i < match.First + match.Count; i++)
                tokens[i].Role = TokenRole.Inside;
            tokens[match.First + match.Count - 1].Role |= role.Value;
        }

        Negate(tokens);
    }

    private static TokenRole? RoleOf(Rule rule) => rule.Aspect switch
    {
        Aspect.Negator => TokenRole.Negator,
        Aspect.Affirmer => TokenRole.None,
        Aspect.Booster => rule.Weight > 0 ? TokenRole.Booster : TokenRole.Damper,
        Aspect.Contrast => TokenRole.Contrast,
        Aspect.Doubt => TokenRole.Doubt,
        Aspect.Ask => TokenRole.Ask,
        _ => null,
    };

    private static void Negate(Span<Token> tokens)
    {
        var left = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref var token = ref tokens[i];
            if ((token.Role & TokenRole.Contrast) != 0 || (i > 0 && token.Field != tokens[i - 1].Field))
                left = 0;
            token.Negated = left > 0;
            if ((token.Role & TokenRole.Negator) != 0)
                left = Reach + 1;
            // Boosters stand between a negation and its word without using up its reach.
            if (left > 0 && (token.Role & (TokenRole.Booster | TokenRole.Damper)) == 0)
                left--;
            if (token.PauseAfter >= Pause.Clause || (token.PauseAfter == Pause.Comma && (token.Role & TokenRole.Negator) == 0))
                left = 0;
        }
    }
}
