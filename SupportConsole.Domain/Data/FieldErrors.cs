namespace SupportConsole.Domain.Data;

/// <summary>What is wrong with an input, by field: the <c>errors</c> of an RFC 9457 answer, and the texts beside a form's fields.</summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, List<string>> _errors = [];

    public bool Any => _errors.Count > 0;

    public void Add(string field, string text)
    {
        if (!_errors.TryGetValue(field, out var texts))
        {
            _errors[field] = texts = [];
        }

        texts.Add(text);
    }

    public void AddWhen(bool wrong, string field, string text)
    {
        if (wrong)
        {
            Add(field, text);
        }
    }

    /// <summary>Takes over what <paramref name="others"/> say of fields that nothing is said of yet, nor of what they are part of.</summary>
    public void AddOthers(FieldErrors others)
    {
        foreach (var (field, texts) in others._errors)
        {
            if (!_errors.Keys.Any(known => field == known || field.StartsWith(known + ".", StringComparison.Ordinal) || field.StartsWith(known + "[", StringComparison.Ordinal)))
            {
                _errors[field] = texts;
            }
        }
    }

    public IReadOnlyList<string> For(string field) => _errors.GetValueOrDefault(field) ?? [];

    public Dictionary<string, string[]> ToDictionary() => _errors.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray());

    public override string ToString() => string.Join(" ", _errors.Select(entry => $"{entry.Key}: {string.Join(" ", entry.Value)}"));
}
