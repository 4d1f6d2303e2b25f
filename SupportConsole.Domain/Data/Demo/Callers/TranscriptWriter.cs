using SupportConsole.Domain.Data.Demo.Agent;
using SupportConsole.Domain.Data.Demo.Stories;
using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Data.Demo.Callers;

/// <summary>Puts one call into words: the agent says what its instructions tell it to, the customer answers as planned.</summary>
internal sealed class TranscriptWriter(DemoStory story, DemoLines lines, AgentTraits traits, Random random)
{
    private const int WordMs = 360, PauseMs = 800;

    private readonly List<CallEnded.Line> _said = [];
    private long _atMs;

    public List<CallEnded.Line> Write(CallPlan plan)
    {
        if (plan.Turn == CallTurn.NobodyAnswers)
        {
            Say(Speaker.System, random.Of(lines.Unanswered).Heard);
            return _said;
        }

        Open();
        switch (plan.Turn)
        {
            case CallTurn.LeavesEarly:
                Say(Speaker.Customer, random.Of(traits.SaysWhoCalls ? lines.NotNow : lines.LeaveEarly));
                break;
            case CallTurn.Refuses:
                Refuse();
                break;
            case CallTurn.FailsOtherwise:
                Say(Speaker.Customer, random.Of(lines.Other));
                Say(Speaker.Agent, random.Of(lines.AcceptRefusal));
                break;
            default:
                Talk(plan);
                break;
        }

        return _said;
    }

    private void Open()
    {
        if (random.Chance(0.6))
        {
            Say(Speaker.Customer, random.Of(lines.Hello));
        }

        var words = random.Of(traits.SaysWhoCalls || traits.SaysWhy ? story.Lines.FullOpening : story.Lines.AbruptOpening);
        words += traits.SaysTheBenefit ? " " + random.Of(story.Lines.Benefit) : "";
        Say(Speaker.Agent, traits.AsksForAGoodMoment ? $"{words} {random.Of(lines.Moment)}" : words);
    }

    private void Refuse()
    {
        Say(Speaker.Customer, random.Of(story.Lines.NotInterested));
        if (traits.AsksAboutARefusal)
        {
            Say(Speaker.Agent, random.Of(lines.AskRefusal));
            Say(Speaker.Customer, random.Of(story.Lines.NotInterested));
        }

        Say(Speaker.Agent, random.Of(lines.AcceptRefusal));
    }

    private void Talk(CallPlan plan)
    {
        Say(Speaker.Customer, random.Of(lines.GoAhead));
        var asked = plan.Fields.Where(field => field.Asked).ToList();
        for (var i = 0; i < asked.Count; i++)
        {
            Ask(asked[i], plan.Turn == CallTurn.LeavesHalfway && i == asked.Count - 1, asked.Count - i);
        }

        if (plan.Turn == CallTurn.LeavesHalfway)
        {
            Say(Speaker.Customer, random.Of(story.Lines.Late));
            return;
        }

        foreach (var told in plan.Fields.Where(field => !field.Asked && !field.OnSecondTry && field.Given is not null))
        {
            Say(Speaker.Customer, Fill(lines.Volunteer, told.Given!));
            Say(Speaker.Agent, random.Of(lines.Acknowledge));
        }

        foreach (var late in plan.Fields.Where(field => field.OnSecondTry))
        {
            Say(Speaker.Agent, $"{random.Of(lines.AskAgain)} {random.Of(late.Field.Questions)}");
            Answer(late, confirm: true);
        }

        Say(Speaker.Agent, random.Of(story.Lines.Closing));
        if (random.Chance(0.8))
        {
            Say(Speaker.Customer, random.Of(lines.Bye));
        }
    }

    private void Ask(FieldPlan plan, bool leaves, int left)
    {
        var question = random.Of(plan.Field.Questions);
        if (plan.Explained)
        {
            question += " " + random.Of(story.Lines.Explain).Replace("{label}", plan.Field.Label, StringComparison.Ordinal);
        }

        if (traits.SaysWhatIsLeft && left > 0 && _said.Count > 3)
        {
            question = (left == 1 ? random.Of(lines.LastOne) : Fill(lines.Left, $"{left}", "{n}")) + " " + question;
        }

        Say(Speaker.Agent, question);
        if (leaves)
        {
            return;
        }

        if (plan.Given is null || plan.OnSecondTry)
        {
            Say(Speaker.Customer, random.Of(plan.Field.Declines));
            Say(Speaker.Agent, random.Of(lines.AcceptDecline));
            return;
        }

        Answer(plan, plan.Confirmed);
    }

    private void Answer(FieldPlan plan, bool confirm)
    {
        Say(Speaker.Customer, Fill(plan.Field.Answers, plan.Given!));
        if (confirm)
        {
            Say(Speaker.Agent, Fill(lines.Confirm, plan.Given!));
            Say(Speaker.Customer, random.Of(lines.Yes));
        }
        else
        {
            Say(Speaker.Agent, random.Of(lines.Acknowledge));
        }
    }

    private string Fill(IReadOnlyList<string> templates, string value, string hole = "{v}")
    {
        var text = random.Of(templates).Replace(hole, value, StringComparison.Ordinal);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private void Say(Speaker role, string text)
    {
        _said.Add(new CallEnded.Line(role, text, _atMs));
        _atMs += text.Count(letter => letter == ' ') * WordMs + WordMs + PauseMs + random.Next(700);
    }
}
