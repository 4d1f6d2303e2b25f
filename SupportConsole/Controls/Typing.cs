namespace SupportConsole.Controls;

/// <summary>Somebody who types: nothing is looked up at each letter, but when they pause.</summary>
public sealed class Typing
{
    /// <summary>Who pauses this long has come to the end of a word.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private int _letters;

    /// <summary>To be asked at each letter: whether no other followed within the pause.</summary>
    public async Task<bool> PausesAsync(TimeProvider clock, CancellationToken gone)
    {
        var mine = ++_letters;
        await Task.Delay(Pause, clock, gone);
        return mine == _letters;
    }

    /// <summary>What was typed is replaced: nobody waits for it any more.</summary>
    public void Forget() => _letters++;
}
