using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Access;

/// <summary>An API key to be added.</summary>
public sealed record ApiKeyDraft(string Name, IReadOnlyList<string> Scopes)
{
    public FieldErrors Check()
    {
        var errors = new FieldErrors();
        errors.AddWhen(!AccessRules.CallerNamePattern().IsMatch(Name), "name", AccessRules.CallerNameText);
        errors.AddWhen(
            Scopes.Count == 0 || Scopes.Any(scope => !Access.Scopes.All.Contains(scope)), "scopes", $"One or more of {string.Join(", ", Access.Scopes.All)}.");
        return errors;
    }
}
