namespace SupportConsole.Domain.Data;

/// <summary>What is wrong with an input, by field: the <c>errors</c> of an RFC 9457 answer, and the texts beside a form's fields.</summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, List<FieldError>> _errors = [];

    public bool Any => _errors.Count > 0;

    /// <param name="field">Its name in the API.</param>
    /// <param name="text">What is wrong, for callers of the API.</param>
    /// <param name="kind">What is wrong as a word of its own, where a page words one fault of the field unlike another.</param>
    /// <param name="about">What it is about: the name that is there twice.</param>
    public void Add(string field, string text, string? kind = null, string? about = null)
    {
        if (!_errors.TryGetValue(field, out var texts))
        {
            _errors[field] = texts = [];
        }

        texts.Add(new FieldError(text, kind, about));
    }

    /// <inheritdoc cref="Add"/>
    public void AddWhen(bool wrong, string field, string text, string? kind = null, string? about = null)
    {
        if (wrong)
        {
            Add(field, text, kind, about);
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

    public IReadOnlyList<FieldError> For(string field) => _errors.GetValueOrDefault(field) ?? [];

    public Dictionary<string, string[]> ToDictionary() => _errors.ToDictionary(entry => entry.Key, entry => entry.Value.Select(error => error.Text).ToArray());

    public override string ToString() => string.Join(" ", _errors.Select(entry => $"{entry.Key}: {string.Join(" ", entry.Value.Select(error => error.Text))}"));
}

/// <summary>One thing that is wrong with a field.</summary>
public sealed record FieldError(string Text, string? Kind, string? About);
