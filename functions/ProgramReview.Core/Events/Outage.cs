namespace ProgramReview.Core.Events;

/// <summary>A declared outage, with its place in the cycle's chain and what came of it.</summary>
/// <param name="Sequence">Its entry in the cycle's chain.</param>
/// <param name="DeclaredAt">When it was declared.</param>
/// <param name="Window">From when until when.</param>
/// <param name="Hours">By how many hours open deadlines move.</param>
/// <param name="By">Who declared it.</param>
/// <param name="Reason">What was the matter.</param>
/// <param name="Moved">How many deadlines moved; null until all are seen to.</param>
public sealed record Outage(
    long Sequence,
    DateTimeOffset DeclaredAt,
    OutageWindow Window,
    int Hours,
    string By,
    string Reason,
    int? Moved = null
)
{
    internal Outage(CycleEvent.OutageDeclared @event, Entry entry)
        : this(
            entry.Sequence,
            entry.RecordedAt,
            @event.Window,
            @event.Hours,
            @event.By,
            @event.Reason
        ) { }
}
