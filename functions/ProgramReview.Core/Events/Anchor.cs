namespace ProgramReview.Core.Events;

/// <summary>An anchor with its place in the cycle's chain; whoever knows its entry's hash can check all that stands before it.</summary>
/// <param name="Cause">Why it was set.</param>
/// <param name="Day">The day it closes, in the plan's zone.</param>
/// <param name="Root">The Merkle root over the heads of the assignments' chains.</param>
/// <param name="Streams">How many heads it joins.</param>
/// <param name="Sequence">Its entry in the cycle's chain.</param>
/// <param name="EntryHash">That entry's hash: the head of the cycle's chain when it was set.</param>
/// <param name="At">When it was set.</param>
public sealed record Anchor(
    AnchorCause Cause,
    DateOnly Day,
    string Root,
    int Streams,
    long Sequence,
    string EntryHash,
    DateTimeOffset At
)
{
    internal Anchor(CycleEvent.Anchored @event, Entry entry)
        : this(
            @event.Cause,
            @event.Day,
            @event.Root,
            @event.Streams,
            entry.Sequence,
            entry.Hash,
            entry.RecordedAt
        ) { }
}
