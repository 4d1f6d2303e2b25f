using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Access;

/// <summary>A person to be added.</summary>
public sealed record PersonDraft(string Email, string DisplayName, string Role, bool Demo = false)
{
    public FieldErrors Check()
    {
        var errors = new FieldErrors();
        errors.AddWhen(!AccessRules.EmailPattern().IsMatch(Email.Trim()), "email", "An e-mail address, such as ann@example.com.");
        errors.AddWhen(
            DisplayName.Trim().Length is 0 or > AccessRules.NameLength, "name", $"A name of 1 to {AccessRules.NameLength} characters.");
        errors.AddWhen(!Roles.All.Contains(Role), "role", $"One of {string.Join(", ", Roles.All)}.");
        return errors;
    }

    internal Person ToPerson(DateTime now) => new()
    {
        UserName = Email.Trim(),
        NormalizedUserName = AccessRules.Normal(Email),
        Email = Email.Trim(),
        NormalizedEmail = AccessRules.Normal(Email),
        DisplayName = DisplayName.Trim(),
        Role = Role,
        Demo = Demo,
        CreatedAt = now,
        SecurityStamp = SecretText.New(),
        LockoutEnabled = true,
    };
}
