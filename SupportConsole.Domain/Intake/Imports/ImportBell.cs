namespace SupportConsole.Domain.Intake.Imports;

/// <summary>Wakes the import worker.</summary>
public sealed class ImportBell : Doorbell;
