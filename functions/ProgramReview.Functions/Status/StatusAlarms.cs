using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Scanning;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Status;

/// <summary>What a person of operations should look at, counted by kind, and listed a page at a time.</summary>
internal sealed class StatusAlarms(
    IndexReader index,
    IOutbox outbox,
    IMalwareScanner scanner,
    LostOrders lost
)
{
    /// <summary>So many stand on a page of their list.</summary>
    public const int MostOnPage = 50;

    // So few are told where they are counted.
    private const int Few = 3;

    private static readonly StatusAlarmKind[] WorstFirst =
    [
        StatusAlarmKind.Infected,
        StatusAlarmKind.WaitingForPerson,
        StatusAlarmKind.ApprovalOutOfReach,
        StatusAlarmKind.OrderLost,
        StatusAlarmKind.AccessCodeNeeded,
        StatusAlarmKind.ProcessFailed,
        StatusAlarmKind.NotScanned,
        StatusAlarmKind.SenderRefused,
        StatusAlarmKind.MailRefused,
        StatusAlarmKind.Missing,
        StatusAlarmKind.Overdue,
        StatusAlarmKind.ToMend,
    ];

    /// <summary>The kinds there are, worst first.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="place">Which part of it.</param>
    /// <param name="sum">What the part adds up to.</param>
    /// <param name="rows">All rows of the part, or empty if they are many.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<StatusAlarmGroup>> GroupsAsync(
        RunningCycle cycle,
        StatusPlace place,
        NodeRow sum,
        IReadOnlyList<AssignmentRow> rows,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var groups = new List<StatusAlarmGroup>();
        foreach (var kind in WorstFirst)
        {
            var own = await OwnAsync(cycle, place, kind, now, cancellation);
            var count = own.Count + CountOf(sum, kind, now);
            if (count == 0)
            {
                continue;
            }
            var items =
                count <= Few && own.Count + rows.Count(row => Fits(row, kind, now)) == count
                    ? await WithDetailAsync(
                        cycle,
                        [
                            .. own,
                            .. rows.Where(row => Fits(row, kind, now))
                                .SelectMany(row => OfRow(row, place, kind)),
                        ],
                        cancellation
                    )
                    : [];
            groups.Add(new StatusAlarmGroup(kind, count, items, place.PathOf(kind)));
        }
        return groups;
    }

    /// <summary>One page of a kind's list.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="place">Which part of it.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="search">Words that the names of bodies hold, or empty for all.</param>
    /// <param name="page">From 1.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<StatusAlarmPage> PageAsync(
        RunningCycle cycle,
        StatusPlace place,
        StatusAlarmKind kind,
        string search,
        int page,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        await index.RefreshAsync(cycle.Plan, cancellation);
        var skip = (page - 1) * MostOnPage;
        if (SearchText.WordsOf(search) is { Count: > 0 } words)
        {
            // One more than is shown tells whether there is more.
            var found = await index
                .RowsAsync(cycle.Plan, place.Find(words), cancellation)
                .Where(row => Fits(row, kind, now))
                .Skip(skip)
                .Take(MostOnPage + 1)
                .ToListAsync(cancellation);
            var some = found.Take(MostOnPage).SelectMany(row => OfRow(row, place, kind));
            return new(
                await WithDetailAsync(cycle, [.. some], cancellation),
                Count: null,
                found.Count > MostOnPage
            );
        }
        var sum = await index.NodeAsync(cycle.Plan, place.Node, cancellation);
        var own = await OwnAsync(cycle, place, kind, now, cancellation);
        var shown = own.Skip(skip).Take(MostOnPage).ToList();
        if (shown.Count < MostOnPage && CountOf(sum, kind, now) > 0)
        {
            var rows = index.WhereAsync(
                cycle.Plan,
                place.Node,
                node => CountOf(node, kind, now),
                row => Fits(row, kind, now),
                Math.Max(skip - own.Count, 0),
                cancellation
            );
            await foreach (var row in rows.Take(MostOnPage - shown.Count))
            {
                shown.AddRange(OfRow(row, place, kind));
            }
        }
        var count = own.Count + CountOf(sum, kind, now);
        return new(
            await WithDetailAsync(cycle, shown, cancellation),
            count,
            page * MostOnPage < count
        );
    }

    /// <summary>What holds up the cycle's round, or the processes around it: nobody sees to it but a person.</summary>
    public static IReadOnlyList<StatusAlarm> OfRound(RunningCycle cycle, DateTimeOffset now)
    {
        var whole = new StatusPlace(cycle.Plan, FanOutNode.Root);
        return
        [
            .. new[]
            {
                StatusAlarmKind.WaitingForPerson,
                StatusAlarmKind.ApprovalOutOfReach,
                StatusAlarmKind.ProcessFailed,
            }.SelectMany(kind => OfCycle(cycle, whole, kind, now)),
        ];
    }

    private int CountOf(NodeRow node, StatusAlarmKind kind, DateTimeOffset now) =>
        kind switch
        {
            StatusAlarmKind.Overdue => node.CountAt(AssignmentPhase.Overdue, now),
            StatusAlarmKind.Missing => node.CountAt(AssignmentPhase.Missing, now),
            StatusAlarmKind.ToMend => node.CountAt(AssignmentPhase.ToMend, now),
            StatusAlarmKind.Infected => node.Infected,
            StatusAlarmKind.NotScanned when scanner.Mode != ScanMode.None => node.Unscanned,
            StatusAlarmKind.MailRefused => node.MailRefused,
            StatusAlarmKind.SenderRefused => node.SenderRefused,
            _ => 0,
        };

    private bool Fits(AssignmentRow row, StatusAlarmKind kind, DateTimeOffset now) =>
        CountOf(NodeRow.Of(row, TimeZoneInfo.Utc), kind, now) > 0;

    private static IEnumerable<StatusAlarm> OfRow(
        AssignmentRow row,
        StatusPlace place,
        StatusAlarmKind kind
    )
    {
        var story = place.StoryOf(row.Assignment);
        StatusAlarm At(DateTimeOffset at, string? mail = null) =>
            new(kind, at, row.Assignment, null, story) { Mail = mail };
        return kind switch
        {
            StatusAlarmKind.Overdue => [At(row.Due!.Value.Show(TimeZoneInfo.Utc))],
            StatusAlarmKind.Missing => [At(row.Closes!.Value.Show(TimeZoneInfo.Utc))],
            StatusAlarmKind.ToMend => [At(row.LastSentAt!.Value)],
            StatusAlarmKind.NotScanned => [At(row.UnscannedSince!.Value)],
            StatusAlarmKind.Infected => [At(row.InfectedAt!.Value)],
            _ => row
                .FailedLetters.Where(letter => KindOf(letter) == kind)
                .Select(letter => At(letter.At, letter.Mail)),
        };
    }

    private static StatusAlarmKind KindOf(FailedLetter letter) =>
        letter.Result == MailResult.Refused
            ? StatusAlarmKind.MailRefused
            : StatusAlarmKind.SenderRefused;

    private async Task<IReadOnlyList<StatusAlarm>> OwnAsync(
        RunningCycle cycle,
        StatusPlace place,
        StatusAlarmKind kind,
        DateTimeOffset now,
        CancellationToken cancellation
    ) =>
        kind == StatusAlarmKind.OrderLost
            ? await lost.FindAsync(cycle, place, now, cancellation)
            : OfCycle(cycle, place, kind, now);

    // What concerns the cycle as a whole is told with the whole.
    private static List<StatusAlarm> OfCycle(
        RunningCycle cycle,
        StatusPlace place,
        StatusAlarmKind kind,
        DateTimeOffset now
    )
    {
        var path = $"/status/{cycle.Ref.Cycle}";
        var story = $"{path}/story";
        return !place.IsWhole
            ? []
            : kind switch
            {
                StatusAlarmKind.WaitingForPerson => Command.ChooseNextStep.IsAwaited(cycle.State)
                    ? [new StatusAlarm(kind, now, null, null, story)]
                    : [],
                StatusAlarmKind.ApprovalOutOfReach => cycle.State
                    is { End: null, CurrentRound: { Outcome: null } round }
                && Quorum.IsOutOfReach(cycle.Plan.Plan.Approval, round, now)
                    ? [new StatusAlarm(kind, now, null, null, $"{path}/round/dossier")]
                    : [],
                StatusAlarmKind.AccessCodeNeeded =>
                [
                    .. WithoutCode(cycle)
                        .Select(person => new StatusAlarm(kind, now, null, person, path)),
                ],
                StatusAlarmKind.ProcessFailed =>
                [
                    .. cycle.State.Failed.Values.Select(failure => new StatusAlarm(
                        kind,
                        FailedAt(cycle, failure.Instance),
                        null,
                        $"{failure.Instance}: {failure.Message}",
                        story
                    )),
                ],
                StatusAlarmKind.MailRefused or StatusAlarmKind.SenderRefused =>
                [
                    .. FailedLetter
                        .In(cycle.Stream)
                        .Where(letter => KindOf(letter) == kind)
                        .Select(letter => new StatusAlarm(kind, letter.At, null, null, null)
                        {
                            Mail = letter.Mail,
                        }),
                ],
                _ => [],
            };
    }

    private static IEnumerable<string> WithoutCode(RunningCycle cycle) =>
        cycle
            is {
                State: { End: null, CurrentRound: { Outcome: null } round } state,
                Plan.Plan: { Approval: { SecondStep: SecondStep.AccessCode } approval } plan
            }
            ? Quorum
                .SeatsOf(approval, round)
                .Where(seat => round.AnswerOf(seat) is null)
                .Select(round.HolderOf)
                .Where(person =>
                    !state.AccessCodes.TryGetValue(person, out var code) || code.IsSpent
                )
                .Select(person => cycle.Plan.FindPerson(person)!.Name.In(plan.Operations.Language))
            : [];

    private static DateTimeOffset FailedAt(RunningCycle cycle, string instance) =>
        cycle
            .Stream.Last(entry =>
                entry.Event is CycleEvent.ProcessFailed failed && failed.Instance == instance
            )
            .RecordedAt;

    // What the provider said is no fact of the record; the outbox has it.
    private async Task<IReadOnlyList<StatusAlarm>> WithDetailAsync(
        RunningCycle cycle,
        IReadOnlyList<StatusAlarm> alarms,
        CancellationToken cancellation
    ) =>
        await Task.WhenAll(
            alarms.Select(async alarm =>
                alarm.Mail is { } id
                && await outbox.FindAsync(cycle.Ref.Cycle, id, cancellation)
                    is { Outcome.Detail: { } detail }
                    ? alarm with
                    {
                        Detail = detail,
                    }
                    : alarm
            )
        );
}
