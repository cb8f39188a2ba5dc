namespace ProgramReview.Core.Events;

/// <summary>
/// What concerns many assignments or people at once, and is therefore carried out step by step by a process of its own: a declared outage,
/// letters that are to go again, the news of a publication, the end of the cycle.
/// </summary>
/// <param name="Event">What was ordered.</param>
/// <param name="Sequence">Its entry in the cycle's chain.</param>
/// <param name="At">When it was recorded, in product time.</param>
/// <param name="Instance">The durable instance that carries it out.</param>
/// <param name="IsDone">Whether it is carried out.</param>
public sealed record LongOrder(
    CycleEvent Event,
    long Sequence,
    DateTimeOffset At,
    string Instance,
    bool IsDone = false
);
