namespace ProgramReview.Core.Operations;

/// <summary>What a command can be about.</summary>
[Flags]
public enum CommandScope
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>One assignment.</summary>
    Assignment = 1,

    /// <summary>The cycle.</summary>
    Cycle = 2,
}
