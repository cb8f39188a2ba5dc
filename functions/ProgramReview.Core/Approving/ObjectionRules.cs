using ProgramReview.Core.Events;

namespace ProgramReview.Core.Approving;

/// <summary>Says who may object to what operations did for seats, and who confirms it.</summary>
public static class ObjectionRules
{
    /// <summary>The longest comment, in characters.</summary>
    public const int MaxComment = 2000;

    /// <summary>The seat of a person among those that an order is about: the approver of the plan always, and whoever held the seat then.</summary>
    public static string? SeatOf(CycleState state, SeatOrder order, string person) =>
        order.Seats.FirstOrDefault(seat =>
            person == seat
            || order.Event is CycleEvent.SeatPassed passed && passed.From == person
            || order.Event is CycleEvent.MeetingRecorded
                && Seats.HolderOf(state.SeatOrders, seat) == person
        );

    /// <summary>Why an objection cannot be taken, or null.</summary>
    /// <param name="state">The cycle.</param>
    /// <param name="objection">What is to be written.</param>
    /// <param name="now">The present.</param>
    public static Refusal? Refuse(
        CycleState state,
        CycleEvent.SeatObjected objection,
        DateTimeOffset now
    ) =>
        Find(state, objection.Order) is not { } order
        || SeatOf(state, order, objection.Person) != objection.Seat
            ? Refusal.Conflict("objection-not-yours")
        : order.Objections.ContainsKey(objection.Seat) ? Refusal.Conflict("objection-made")
        : IsOver(state, order) || order.CountsFrom <= now ? Refusal.Conflict("objection-late")
        : objection.Comment.Length > MaxComment ? Refusal.Unfit("objection-too-long", "comment")
        : null;

    /// <summary>What operations did that still waits to be confirmed.</summary>
    public static IEnumerable<SeatOrder> Unconfirmed(CycleState state) =>
        state.SeatOrders.Where(order =>
            order is { Confirmation: null, IsUndone: false }
            && order.Seats.Any(seat => !order.Objections.ContainsKey(seat))
            && !IsOver(state, order)
        );

    /// <summary>Why it cannot be confirmed, or null. Nobody confirms what they did themselves, whatever name they give.</summary>
    /// <param name="state">The cycle.</param>
    /// <param name="confirmation">What is to be written.</param>
    public static Refusal? Refuse(CycleState state, CycleEvent.SeatsConfirmed confirmation) =>
        Find(state, confirmation.Order) is not { } order
        || Unconfirmed(state).All(one => one.Sequence != order.Sequence)
            ? Refusal.Conflict("seats-not-waiting")
        : string.Equals(
            order.Terms.Account.Trim(),
            confirmation.Account.Trim(),
            StringComparison.OrdinalIgnoreCase
        )
            ? Refusal.Conflict("seats-same-operator", by: order.Terms.By)
        : null;

    /// <summary>The order of this entry, or null.</summary>
    public static SeatOrder? Find(CycleState state, long sequence) =>
        state.SeatOrders.FirstOrDefault(order => order.Sequence == sequence);

    private static bool IsOver(CycleState state, SeatOrder order) =>
        state.End is not null
        || order.Event is CycleEvent.MeetingRecorded meeting
            && state.OutcomeOf(meeting.Round) is not null;
}
