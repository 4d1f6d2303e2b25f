namespace SupportConsole.Shell;

/// <summary>One line under the bell: what came in, when, and where it is.</summary>
public sealed record Notice(string Text, string Href, DateTime At);

/// <summary>What came in for this person since they opened the console and did not look at yet. Used on the circuit's dispatcher.</summary>
public sealed class Notices(TimeProvider clock)
{
    private const int MostKept = 30;

    private readonly List<Notice> _all = [];

    public event Action? Changed;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Notice> All => _all;

    public int Unseen { get; private set; }

    public void Add(string text, string href)
    {
        _all.Insert(0, new(text, href, clock.GetUtcNow().UtcDateTime));
        if (_all.Count > MostKept)
            _all.RemoveAt(MostKept);
        Unseen++;
        Changed?.Invoke();
    }

    public void Seen()
    {
        Unseen = 0;
        Changed?.Invoke();
    }
}
