namespace ProgramReview.Core.Approving;

/// <summary>What an open round's process has to write down before anybody else answers.</summary>
public enum RoundTurn
{
    /// <summary>Nothing: its members are asked.</summary>
    None,

    /// <summary>The stage has approved, and the next is asked.</summary>
    NextStage,

    /// <summary>It closed undecided and stays open as long again.</summary>
    Extend,
}
