namespace ProgramReview.Core.Events;

/// <summary>The answer of a seat in a round.</summary>
/// <param name="Seat">The approver's person id.</param>
/// <param name="Person">Who gave it.</param>
/// <param name="Verdict">The answer.</param>
/// <param name="Order">What operations did, without which it would not be there; null if they had no part in it.</param>
public sealed record SeatAnswer(
    string Seat,
    string Person,
    DecisionVerdict Verdict,
    SeatOrder? Order
)
{
    /// <summary>The answer by link; null for one that was given in a session.</summary>
    public CycleEvent.Decided? Own { get; init; }

    /// <summary>Whether it counts at that instant.</summary>
    public bool Counts(DateTimeOffset at) => Order is null || Order.CountsFrom <= at;
}
