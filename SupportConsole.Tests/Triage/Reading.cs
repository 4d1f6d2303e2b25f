using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Triage.Text;

namespace SupportConsole.Tests.Triage;

/// <summary>Triage with the default options, as most tests ask it.</summary>
internal static class Reading
{
    public static readonly TicketTriage Triage = new(new TriageOptions());

    public static TriageResult Of(string body, string subject = "") => Triage.Read(new TriageText(subject, body));

    /// <summary>The words in the text that led to a result.</summary>
    public static IEnumerable<string> Words(TriageResult result, EvidenceKind kind, string body, string subject = "") =>
        result.Evidence.Where(evidence => evidence.Kind == kind).Select(evidence => (evidence.Field == TextField.Subject ? subject : body).Substring(evidence.Start, evidence.Length));
}
