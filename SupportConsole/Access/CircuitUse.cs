using Microsoft.AspNetCore.Components.Server.Circuits;
using SupportConsole.Domain.Access;

namespace SupportConsole.Access;

/// <summary>Somebody who works all day on one page makes no request: what they do on the circuit counts as use of the session.</summary>
internal sealed class CircuitUse(CircuitSignIn signIn, SeenTimes seen) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => context =>
    {
        if (signIn.Session is { } session)
            seen.Session(session);
        return next(context);
    };
}
