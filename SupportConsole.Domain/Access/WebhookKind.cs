namespace SupportConsole.Domain.Access;

public enum WebhookKind
{
    CallEnded,
    Email,
    Social,
    McpError,
    Sentry,
    Generic,
}
