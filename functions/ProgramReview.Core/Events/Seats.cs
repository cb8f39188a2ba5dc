namespace ProgramReview.Core.Events;

/// <summary>Says who holds a seat and who may answer for it.</summary>
public static class Seats
{
    /// <summary>Who holds a seat now: the approver of the plan, or whom operations put in, unless somebody objected.</summary>
    /// <param name="orders">What operations did, in order.</param>
    /// <param name="seat">The approver's person id.</param>
    public static string HolderOf(IEnumerable<SeatOrder> orders, string seat) =>
        orders
            .Where(order => !order.IsUndone)
            .Select(order => order.Event)
            .OfType<CycleEvent.SeatPassed>()
            .Where(passed => passed.Seat == seat)
            .Aggregate(seat, (holder, passed) => passed.From == holder ? passed.To : holder);

    /// <summary>Who may answer for a seat in a round, by person id: its holder first, then a deputy.</summary>
    public static IReadOnlyList<string> VotersOf(RoundState round, string seat) =>
        [
            .. new[] { round.HolderOf(seat), round.DeputyOf(seat)?.Person }
                .OfType<string>()
                .Except(round.Barred),
        ];

    /// <summary>The seat for which a person may answer in a round, or null.</summary>
    /// <param name="round">The round.</param>
    /// <param name="seats">The seats that there are.</param>
    /// <param name="person">The person's id.</param>
    public static string? SeatOf(RoundState round, IEnumerable<string> seats, string person) =>
        seats.FirstOrDefault(seat => VotersOf(round, seat).Contains(person));
}
