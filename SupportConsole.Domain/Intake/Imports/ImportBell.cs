namespace SupportConsole.Domain.Intake.Imports;

/// <summary>Wakes the import worker, as the <see cref="Doorbell"/> does the event worker.</summary>
public sealed class ImportBell
{
    private readonly Doorbell _bell = new();

    public void Ring() => _bell.Ring();

    public Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken cancellation) => _bell.WaitAsync(longest, clock, cancellation);
}
