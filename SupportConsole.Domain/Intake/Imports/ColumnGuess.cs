using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>Which column is probably what, by its name: as other systems call these things, in English and Dutch.</summary>
public static class ColumnGuess
{
    private static readonly Dictionary<string, string> Synonyms = new[]
    {
        ("call_id", "callid id conversationid callsid sid uuid callreference gespreksid gespreknummer gespreksnummer belid callnummer"),
        ("project_id", "projectid project campaign campaignid campagne campagneid projectcode"),
        ("status", "status outcome result callstatus calloutcome uitkomst resultaat afloop"),
        ("started_at", "startedat start starttime startdate startdatetime startedtime datetime date time timestamp calledat calltime calldate createdat begin begintijd starttijd datum datumtijd tijdstip gestartop"),
        ("duration_seconds", "durationseconds duration durationsec durationsecs seconds secs length calllength callduration talktime duur duurseconden seconden gespreksduur lengte"),
        ("failure_reason", "failurereason failure reason error errorreason endreason disconnectreason hangupreason reden faalreden foutreden redenmislukt oorzaak"),
        ("ended_by", "endedby hangupby hungupby disconnectedby endedparty beeindigddoor opgehangendoor"),
        ("customer_id", "customerid customer contactid contact leadid lead clientid klantid klant klantnummer contactnummer"),
        ("instruction_version", "instructionversion instructionsversion version promptversion versie instructieversie promptversie"),
        ("transcript", "transcript transcription conversation dialogue dialog messages gesprek transcriptie gespreksverslag"),
    }.SelectMany(line => line.Item2.Split(' '), (line, name) => (Name: name, Target: line.Item1)).ToDictionary(line => line.Name, line => line.Target);

    /// <summary>A name without capitals, spaces, accents and signs: "Call ID" and "call_id" are one.</summary>
    public static string Plain(string name) =>
        new([.. name.Normalize(System.Text.NormalizationForm.FormD).Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>
    /// Each column with what it was in <paramref name="before"/> (the last file with these headers), else with what its name says. A thing is
    /// one column: the first that is called so.
    /// </summary>
    public static IReadOnlyList<ImportColumn> Of(IReadOnlyList<ImportColumn> columns, ImportPlan? before, IReadOnlyCollection<CaptureField> fields)
    {
        if (before is not null)
        {
            return [.. columns.Select((column, i) => column with { Target = before.Columns.ElementAtOrDefault(i)?.Target })];
        }

        var taken = new HashSet<string>();
        return [.. columns.Select(column => column with { Target = Target(column.Header, fields) is { } target && taken.Add(target) ? target : null })];
    }

    private static string? Target(string header, IReadOnlyCollection<CaptureField> fields)
    {
        foreach (var prefix in new[] { ImportPlan.FieldPrefix, "fields.", "field." })
        {
            if (header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && header.Length > prefix.Length)
            {
                return ImportPlan.FieldPrefix + header[prefix.Length..];
            }
        }

        var plain = Plain(header);
        if (plain.Length == 0)
        {
            return null;
        }

        // A field that people made here says more than a name that could be anything.
        return fields.FirstOrDefault(field => Plain(field.Key) == plain || Plain(field.Label) == plain) is { } field
            ? ImportPlan.FieldPrefix + field.Key
            : Synonyms.GetValueOrDefault(plain);
    }
}
