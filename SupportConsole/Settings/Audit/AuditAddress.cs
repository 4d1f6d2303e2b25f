using System.Globalization;
using SupportConsole.Domain.Settings.Audit;
using SupportConsole.Shell;

namespace SupportConsole.Settings.Audit;

/// <summary>The filters as the address holds them, so that what is found can be sent to somebody. What makes no sense is left out.</summary>
/// <param name="Target">A kind of thing ("project"), or one thing ("project:12").</param>
/// <param name="From">The first day, on the workspace's calendar.</param>
/// <param name="To">The last day, on the workspace's calendar.</param>
public sealed record AuditAddress(string? Who, string? Action, string? Target, DateOnly? From, DateOnly? To)
{
    private const string DateForm = "yyyy-MM-dd";

    public bool Any => this != new AuditAddress(null, null, null, null, null);

    public string? Kind => Target?.Split(':')[0];

    public static AuditAddress Parse(string? who, string? action, string? target, string? from, string? to) =>
        new(Text(who), Text(action), Text(target), Date(from), Date(to));

    /// <summary>A day as a date field and the address write it.</summary>
    public static string? Text(DateOnly? date) => date?.ToString(DateForm, CultureInfo.InvariantCulture);

    public static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public AuditFilter Filter(WorkspaceTime time)
    {
        var id = Target?.Split(':') is [_, var number] && long.TryParse(number, CultureInfo.InvariantCulture, out var parsed) ? parsed : (long?)null;
        return new(
            Who, Action, Kind, id,
            From is { } from ? time.Utc(from.ToDateTime(default)) : null,
            To is { } to && to < DateOnly.MaxValue ? time.Utc(to.AddDays(1).ToDateTime(default)) : null);
    }

    public string Link(string path = Links.SettingsAudit, long? before = null)
    {
        (string Name, string? Value)[] parts =
        [
            ("who", Who), ("action", Action), ("target", Target), ("from", Text(From)), ("to", Text(To)), ("before", before?.ToString(CultureInfo.InvariantCulture)),
        ];
        return path + QueryString.Create(parts.Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Name, part.Value)));
    }
}
