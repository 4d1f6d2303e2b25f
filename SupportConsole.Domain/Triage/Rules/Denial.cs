using SupportConsole.Domain.Triage.Text;
using SupportConsole.Domain.Triage.Words;

namespace SupportConsole.Domain.Triage.Rules;

/// <summary>"Not so urgent", "not an emergency"; in "cannot log in, urgent" the negation is about something else.</summary>
internal static class Denial
{
    public static bool Of(ReadOnlySpan<Token> tokens, int first)
    {
        if (!tokens[first].Negated)
            return false;
        for (var i = first - 1; i >= 0; i--)
        {
            ref readonly var token = ref tokens[i];
            if ((token.Role & TokenRole.Negator) != 0)
                return true;
            if ((token.Role & (TokenRole.Booster | TokenRole.Damper)) == 0 && !RuleBook.Instance.IsMarked(token.Id, Aspect.Link))
                return false;
        }

        return false;
    }
}
