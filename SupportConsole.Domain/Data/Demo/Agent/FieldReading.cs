using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Data.Demo.Agent;

/// <summary>Reads what instructions say about one field; of two statements that contradict each other the later one holds.</summary>
internal static class FieldReading
{
    public static FieldTraits Of(CaptureField field, IEnumerable<Statement> statements)
    {
        bool? asked = null, confirmed = null, again = null, explained = null;
        foreach (var statement in statements.Where(statement => statement.About.Contains(field.Key)))
        {
            again = statement.Says(Wording.AskAgain()) ?? again;
            asked = Asks(statement, field) ?? asked;
            confirmed = statement.Says(Wording.Confirm()) ?? confirmed;
            explained = statement.Says(Wording.Explain()) ?? explained;
        }

        return new FieldTraits(asked ?? false, confirmed ?? false, again ?? false, explained ?? false);
    }

    /// <summary>
    /// "Ask for the price" and "What is your price?" ask; "repeat it and ask: is that right?" checks an answer, and
    /// "if it is missing, ask again" is the second try, and "ask if this is a good moment" is about no field. Weaker words (note, get) count only beside the field's own name.
    /// </summary>
    private static bool? Asks(Statement statement, CaptureField field)
    {
        var vague = statement.IsGeneral && !Wording.Details().IsMatch(statement.Text);
        if (vague || Wording.GoodMoment().IsMatch(statement.Text) || Wording.AskAgain().IsMatch(statement.Text) || Wording.WhenGiven().IsMatch(statement.Text))
        {
            return null;
        }

        var strong = Wording.Ask().Match(statement.Text);
        var ask = strong.Success || !statement.Named.Contains(field.Key) ? strong : Wording.Collect().Match(statement.Text);
        var check = Wording.Confirm().Match(statement.Text);
        return !ask.Success || (check.Success && check.Index < ask.Index) ? null
            : statement.Says(strong.Success ? Wording.Ask() : Wording.Collect());
    }
}
