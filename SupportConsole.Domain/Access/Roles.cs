namespace SupportConsole.Domain.Access;

/// <summary>A person has one role. What each may do stands in the role table of the tests.</summary>
public static class Roles
{
    public const string Admin = "Admin";
    public const string Manager = "Manager";
    public const string Staff = "Staff";

    public static readonly IReadOnlyList<string> All = [Admin, Manager, Staff];
}
