using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <content>How a change is made.</content>
public sealed partial record CycleState
{
    private static bool IsOwn(string instance, Entry entry) =>
        instance == CycleId.Of(entry.Stream).InstanceId;

    private CycleState Ordering(CycleEvent @event, Entry entry) =>
        this with
        {
            LongOrders =
            [
                .. LongOrders,
                new LongOrder(
                    @event,
                    entry.Sequence,
                    entry.RecordedAt,
                    CycleId.Of(entry.Stream).OrderInstanceId(entry.Sequence)
                ),
            ],
        };

    private CycleState WithEnd(CycleEvent.Ended ended, Entry entry) =>
        this with
        {
            End = ended,
            EndEntry = entry.Sequence,
        };

    private CycleState WithCode(AccessCode code) =>
        this with
        {
            AccessCodes = new Dictionary<string, AccessCode>(AccessCodes)
            {
                [code.Issued.Person] = code,
            },
        };

    private CycleState WithDone(long order) =>
        this with
        {
            LongOrders =
            [
                .. LongOrders.Select(one =>
                    one.Sequence == order ? one with { IsDone = true } : one
                ),
            ],
        };

    private static SeatOrder Order(CycleEvent @event, ObjectionTerms terms, Entry entry) =>
        new(@event, terms, entry.Sequence, entry.Key, entry.RecordedAt);

    private static RoundState WithoutDeputy(RoundState round, string seat) =>
        round with
        {
            Deputies =
            [
                .. round.Deputies.Select(deputy =>
                    deputy.Seat == seat && round.AnswerOf(seat)?.Person != deputy.Person
                        ? deputy with
                        {
                            IsRevoked = true,
                        }
                        : deputy
                ),
            ],
        };

    // What was ended stays as it was then.
    private CycleState WithSeats(IReadOnlyList<SeatOrder> orders, string? passed = null) =>
        this with
        {
            SeatOrders = orders,
            Rounds =
            [
                .. Rounds.Select(round =>
                    round.Outcome is not null ? round
                    : passed is null ? round with { Orders = orders }
                    : WithoutDeputy(round with { Orders = orders }, passed)
                ),
            ],
        };

    private CycleState WithOrder(long sequence, Func<SeatOrder, SeatOrder> change)
    {
        IReadOnlyList<SeatOrder> orders =
        [
            .. SeatOrders.Select(order => order.Sequence == sequence ? change(order) : order),
        ];
        return WithSeats(
            orders,
            orders.FirstOrDefault(order => order.Sequence == sequence)
                is { IsUndone: true, Event: CycleEvent.SeatPassed passed }
                ? passed.Seat
                : null
        );
    }

    private CycleState WithRound(int number, Func<RoundState, RoundState> change) =>
        this with
        {
            Rounds = [.. Rounds.Select(round => round.Number == number ? change(round) : round)],
        };
}
