namespace ProgramReview.Core.Operations;

/// <summary>What a command can be about; some make sense for an assignment and for the cycle.</summary>
[Flags]
public enum CommandScope
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>One assignment: its form stands on the assignment's story.</summary>
    Assignment = 1,

    /// <summary>The cycle as a whole: its form stands on the status page.</summary>
    Cycle = 2,
}
