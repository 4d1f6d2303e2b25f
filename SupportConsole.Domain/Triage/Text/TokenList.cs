using System.Runtime.CompilerServices;

namespace SupportConsole.Domain.Triage.Text;

/// <summary>The tokens of one text, at most so many: what is longer is a pasted log, and its beginning says what it is.</summary>
internal ref struct TokenList(int most)
{
    private PooledList<Token> _tokens = new(Math.Min(most, 128));

    public readonly Span<Token> Tokens => _tokens.Items;

    public readonly bool Full => _tokens.Count >= most;

    /// <summary>Questions, counted as they are read: a run of question marks is one.</summary>
    public int Questions { get; set; }

    public void Add(in Token token) => _tokens.Add(token);

    /// <summary>The last one of <paramref name="field"/>, to note what follows it; a null reference at the beginning.</summary>
    public readonly ref Token Last(TextField field)
    {
        var tokens = _tokens.Items;
        return ref tokens.Length > 0 && tokens[^1].Field == field ? ref tokens[^1] : ref Unsafe.NullRef<Token>();
    }

    public readonly void Dispose() => _tokens.Dispose();
}
