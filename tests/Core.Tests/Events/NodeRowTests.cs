using System.Text.Json;
using CsCheck;
using ProgramReview.Core.Events;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Events;

public sealed class NodeRowTests
{
    private static readonly Event[][] Streams =
    [
        [],
        [Opened()],
        [Opened(), Recorded("2024-09-09T09:00:00+07:00")],
        [Opened(), Recorded("2024-09-09T23:30:00+07:00")],
        [Opened(), Recorded("2024-09-12T09:00:00+07:00")],
        [Opened(), new AssignmentEvent.DueExtended(1, Due, Closes, Closes, "Lan", "Bão")],
        [Opened(), new AssignmentEvent.WindowEnded(1, WindowOutcome.Missing)],
        [new AssignmentEvent.Exempted("Lan", "Sáp nhập")],
        [Opened(), new AssignmentEvent.Mailed("k", "o", "p", MailResult.Refused)],
    ];

    private static readonly Gen<NodeRow[]> Rows = Gen.Int[0, Streams.Length - 1]
        .Array[0, 30]
        .Select(picks => picks.Select(pick => Of(Streams[pick])).ToArray());

    [Fact]
    public void A_sum_is_the_same_whatever_the_order_and_the_grouping() =>
        Gen.Select(Rows, Gen.Int[0, 29])
            .Sample(
                (rows, at) =>
                {
                    var (some, rest) = (rows.Take(at).ToArray(), rows.Skip(at).ToArray());
                    var whole = Text(NodeRow.Sum(rows));
                    return Text(NodeRow.Sum([.. rows.Reverse()])) == whole
                        && Text(NodeRow.Sum([NodeRow.Sum(some), NodeRow.Sum(rest)])) == whole;
                },
                iter: 1_000
            );

    [Fact]
    public void It_counts_what_people_see_at_any_time() =>
        Gen.Select(Gen.Int[0, Streams.Length - 1].Array[0, 30], Instants)
            .Sample(
                (picks, now) =>
                {
                    var row = NodeRow.Sum([.. picks.Select(pick => Of(Streams[pick]))]);
                    var states = picks.Select(pick => State(Streams[pick])).ToList();
                    return row.Total == picks.Length
                        && row.PhasesAt(now).Values.Sum() == picks.Length
                        && Enum.GetValues<AssignmentPhase>()
                            .All(phase =>
                                row.CountAt(phase, now)
                                == states.Count(state => state.Phase(now) == phase)
                            )
                        && row.Settled("district") == states.Count(state => state.IsSettled);
                },
                iter: 1_000
            );

    [Fact]
    public void Equal_ones_are_counted_together()
    {
        var row = NodeRow.Sum([Of(Streams[1]), Of(Streams[1]), NodeRow.Untouched("r6", 5)]);

        Assert.Equal([2, 5], row.Standings.Select(one => one.Count).Order());
        Assert.Equal(0, row.Settled("r6"));
    }

    [Fact]
    public void Reports_are_counted_by_the_day_of_the_plans_zone()
    {
        var row = NodeRow.Sum([
            Of([Opened(), Recorded("2024-09-08T17:00:00Z")]),
            Of([Opened(), Recorded("2024-09-08T16:59:59Z")]),
            Of(Streams[2]),
        ]);

        Assert.Equal(
            [new DayCount(new(2024, 9, 8), 1), new DayCount(new(2024, 9, 9), 2)],
            row.Received
        );
    }

    [Fact]
    public void It_keeps_the_newest_decisions()
    {
        var reminded = Enumerable.Repeat(new AssignmentEvent.Reminded(1, "Lan", "Gấp"), 30);
        var row = NodeRow.Sum([Of([Opened(), .. reminded]), Of(Streams[7])]);

        Assert.Equal(Decision.Most, row.Decisions.Count);
        Assert.Equal(31, row.Decisions[0].Sequence);
        Assert.Equal(
            row.Decisions.OrderByDescending(decision => decision.At)
                .Select(decision => decision.At),
            row.Decisions.Select(decision => decision.At)
        );
    }

    [Fact]
    public void Assignments_whose_letters_failed_are_counted_once_each() =>
        Assert.Equal(2, NodeRow.Sum([Of(Streams[8]), Of(Streams[8]), Of(Streams[1])]).MailRefused);

    private static NodeRow Of(Event[] events) =>
        NodeRow.Of(
            AssignmentRow.Of(BaDinh, new EventStream(BaDinh.Stream, Stream(BaDinh.Stream, events))),
            TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh")
        );

    private static string Text(NodeRow row) => JsonSerializer.Serialize(row);
}
