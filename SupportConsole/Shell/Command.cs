namespace SupportConsole.Shell;

/// <summary>Something the palette offers: an address to go to, or work to do.</summary>
public sealed record Command(string Label)
{
    public string? Href { get; init; }

    public Func<Task>? Run { get; init; }

    /// <summary>Said softly beside the label: "Car Finance Checker, 12 open".</summary>
    public string? Note { get; init; }

    /// <summary>The shortcut that does the same.</summary>
    public string? Keys { get; init; }
}

/// <summary>Commands of one kind, under their heading.</summary>
public sealed record CommandGroup(string Title, IReadOnlyList<Command> Commands);
