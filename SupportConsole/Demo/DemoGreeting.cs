using SupportConsole.Access;
using SupportConsole.Domain.Data.Demo;

namespace SupportConsole.Demo;

/// <summary>Readies the demo before the start, and says afterwards how to get in. On standard output: a logger would keep the passwords.</summary>
public static class DemoGreeting
{
    /// <summary>False when the demo must not run on this database; the reason has been printed.</summary>
    public static async Task<bool> PrepareDemoAsync(this WebApplication app)
    {
        var start = await app.Services.GetRequiredService<DemoWorkspace>().PrepareAsync(Console.Out);
        if (start.State == DemoState.Ready)
        {
            app.Lifetime.ApplicationStarted.Register(() => Console.Out.WriteLine(Text(app.Services.GetRequiredService<ConsoleAddress>().Listening(), start.SignIns)));
        }

        return start.State != DemoState.Refused;
    }

    internal static string Text(string address, IEnumerable<DemoSignIn> signIns)
    {
        var people = signIns.Select(person =>
            $"  {person.Role,-8} {person.Email,-22} {person.Password}   {address}/login?as={person.Role.ToLowerInvariant()}");
        return $"""

            The demo workspace is on {address}
            {string.Join(Environment.NewLine, people)}
            Its people, projects and calls are invented; the passwords are new at each start. The links work from this machine only.

            """;
    }
}
