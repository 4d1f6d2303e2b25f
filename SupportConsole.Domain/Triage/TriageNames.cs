namespace SupportConsole.Domain.Triage;

/// <summary>The words that files and the word lists use for what triage finds.</summary>
public static class TriageNames
{
    private static readonly string[] Subcategories = ["", "refund_request", "plan_change", "cancellation", "api_issue", "performance", "data_issue"];
    private static readonly string[] Categories = ["billing", "technical", "account", "feature", "integration", "documentation", "general"];
    private static readonly string[] Labels = ["negative", "neutral", "positive"];
    private static readonly string[] Urgencies = ["low", "medium", "high", "critical"];
    private static readonly string[] Languages = ["other", "nl", "en"];

    public static string Of(SentimentLabel label) => Labels[(int)label];

    public static string Of(TriageUrgency urgency) => Urgencies[(int)urgency];

    public static string Of(TextLanguage language) => Languages[(int)language];

    public static string Of(TriageCategory category) => Categories[(int)category];

    /// <summary>Null for any other word; capitals make no difference.</summary>
    public static TriageCategory? CategoryOf(string name) =>
        Array.FindIndex(Categories, category => string.Equals(category, name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? (TriageCategory)at : null;

    /// <summary>Null for any other word.</summary>
    public static SentimentLabel? SentimentOf(string name) => Array.IndexOf(Labels, name) is >= 0 and var at ? (SentimentLabel)at : null;

    /// <summary>Null for any other word.</summary>
    public static TriageUrgency? UrgencyOf(string name) => Array.IndexOf(Urgencies, name) is >= 0 and var at ? (TriageUrgency)at : null;

    internal static TriageSubcategory SubcategoryOf(string name) => (TriageSubcategory)Array.IndexOf(Subcategories, name);
}
