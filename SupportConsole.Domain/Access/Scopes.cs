namespace SupportConsole.Domain.Access;

/// <summary>What an API key may do. Admin may also read, but sends no events: a leaked sender and a leaked admin differ.</summary>
public static class Scopes
{
    /// <summary>Post events.</summary>
    public const string Intake = "intake";

    /// <summary>Get anything.</summary>
    public const string Read = "read";

    /// <summary>Accept, reject, instructions, settings.</summary>
    public const string Admin = "admin";

    public static readonly IReadOnlyList<string> All = [Intake, Read, Admin];
}
