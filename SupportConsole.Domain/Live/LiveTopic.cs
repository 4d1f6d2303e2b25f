namespace SupportConsole.Domain.Live;

/// <summary>What kind of thing changed. A page subscribes to the topics it shows.</summary>
public enum LiveTopic
{
    Call,
    Project,
    Suggestion,
    Notification,
    Access,
    Setting,
    Catalogue,
    Job,
    Import,
    Triage,
}
