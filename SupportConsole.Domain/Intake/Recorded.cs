using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Intake;

/// <summary>How recording ended: a new row, one that was there before (nothing changed), or refused with reasons.</summary>
public sealed record Recorded(long Id, bool IsNew, FieldErrors? Errors)
{
    public static Recorded Now(long id) => new(id, true, null);

    public static Recorded Before(long id) => new(id, false, null);

    public static Recorded Refused(FieldErrors errors) => new(0, false, errors);
}
