namespace SupportConsole.Domain.Triage;

/// <summary>What a message is about; general when nothing else is.</summary>
public enum TriageCategory : byte
{
    Billing,
    Technical,
    Account,
    Feature,
    Integration,
    Documentation,
    General,
}

public enum TriageSubcategory : byte
{
    None,
    RefundRequest,
    PlanChange,
    Cancellation,
    ApiIssue,
    Performance,
    DataIssue,
}
