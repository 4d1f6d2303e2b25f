namespace SupportConsole.Domain.Access;

/// <summary>Who does something, as the audit names them.</summary>
/// <param name="Name">A person's sign-in name, "apikey:NAME", or "system".</param>
/// <param name="PersonId">Set for a person: their role is read again when they decide.</param>
public sealed record Actor(string Name, long? PersonId = null)
{
    public static readonly Actor System = new("system");

    public static Actor ApiKey(string name) => new("apikey:" + name);
}
