namespace SupportConsole.Domain.Intake.Imports;

/// <summary>Where an import stands. The worker takes up whatever is Checking, Queued, Running or Undoing, also after a crash.</summary>
public enum ImportStatus
{
    /// <summary>Uploaded; a person says which column is what.</summary>
    Mapping,

    /// <summary>Being read without writing: the dry run.</summary>
    Checking,
    Queued,
    Running,
    Done,

    /// <summary>Done, and some lines were not right.</summary>
    DoneWithRejects,

    /// <summary>Stopped by what stands in its fault; it can be started again where it was.</summary>
    Failed,

    /// <summary>Stopped by a person; it can be started again where it was.</summary>
    Stopped,
    Undoing,
    Undone,
}
