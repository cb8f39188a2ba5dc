using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <summary>An activity to run, and the generation that waits for it.</summary>
internal sealed record ActivityCall(Instance Caller, HistoryEvent Scheduled)
{
    /// <summary>Whether anybody still wants the result.</summary>
    public bool IsWanted => Caller.IsLive && Caller.IsOpen(Scheduled.TaskId);
}
