using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <summary>Whether a person may have refused letters sent again.</summary>
public static class ResendRule
{
    /// <summary>Why not, or null. A cycle that has ended may still tell people how it ended.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="refused">How many letters were refused.</param>
    /// <param name="reason">What was mended, in words.</param>
    public static Refusal? Refuse(CycleState cycle, int refused, string reason) =>
        CommandRules.RefuseReason(reason)
        ?? (cycle.Start is null || refused == 0 ? Refusal.Conflict("nothing-refused") : null);
}
