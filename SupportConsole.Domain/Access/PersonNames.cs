using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Access;

/// <summary>What people are called, by the sign-in names that are kept with what they did.</summary>
public sealed class PersonNames(IDbContextFactory<SupportDbContext> contexts)
{
    /// <summary>Those who are no person here (any more) are left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<string> who, CancellationToken cancellation = default)
    {
        var asked = who.Where(name => name.Length > 0).Distinct().ToList();
        if (asked.Count == 0)
        {
            return new Dictionary<string, string>();
        }

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var normalized = asked.ConvertAll(name => name.ToUpperInvariant());
        var people = await db.Users.AsNoTracking().Where(person => normalized.Contains(person.NormalizedUserName!))
            .ToDictionaryAsync(person => person.NormalizedUserName!, person => person.DisplayName, cancellation);
        return asked.Where(name => people.ContainsKey(name.ToUpperInvariant())).ToDictionary(name => name, name => people[name.ToUpperInvariant()]);
    }
}
