namespace ProgramReview.Functions.Operations;

/// <summary>Why no cycle was started; nothing was changed.</summary>
public enum StartProblem
{
    /// <summary>No plan was sent, and none is shipped under the name.</summary>
    PlanUnknown,

    /// <summary>A shipped plan was named and another one sent.</summary>
    PlanAmbiguous,

    /// <summary>The plan has faults.</summary>
    PlanFaulty,

    /// <summary>There is no reason.</summary>
    ReasonMissing,

    /// <summary>The reason is too long.</summary>
    ReasonTooLong,
}
