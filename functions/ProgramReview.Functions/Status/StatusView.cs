using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>Draws the status page from the record: the matrix, the exceptions, and what happens next.</summary>
public sealed class StatusView(
    IEventStore record,
    IOutbox outbox,
    FormAnswers answers,
    LetterKinds letters,
    TimeProvider clock
)
{
    private const int MostDecisions = 20;

    /// <summary>The page's model.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="query">The queries <c>phase</c> and <c>sort</c>.</param>
    /// <param name="answer">What came of a form that was posted, or null.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<StatusPageModel> ModelAsync(
        RunningCycle cycle,
        IQueryCollection query,
        FormAnswer? answer,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        var path = $"/status/{cycle.Ref.Cycle}";
        var streams = await StreamsAsync(cycle.Plan, cancellation);
        var states = streams.ToDictionary(pair => pair.Key, pair => pair.Value.Assignment);
        var round = cycle.State.CurrentRound;
        return new StatusPageModel
        {
            Context = new PageContext(cycle.Plan.Plan.Operations.Language, now, cycle.Plan),
            Path = path,
            CsvPath = $"{path}/csv",
            Cells =
            [
                .. cycle.Plan.Assignments.Select(id =>
                    CellOf(cycle.Plan, id, states[id], path, now)
                ),
            ],
            Alarms = await AlarmsAsync(cycle, states, path, now, cancellation),
            Upcoming = Upcoming.Of(cycle.Plan, states, round, cycle.State.End is not null, now),
            Round = round is null
                ? null
                : new StatusRound(
                    round.Number,
                    round.Closes,
                    round.Outcome,
                    DecisionView.TallyOf(cycle.Plan.Plan.Approval, round),
                    $"{path}/round/dossier"
                ),
            Decisions = Decided(streams, cycle.Stream, path),
            Commands = new CommandFormsModel(
                new CommandScene(cycle.State, null, AssignmentState.None, now)
                {
                    Plan = cycle.Plan,
                },
                $"/api/cycles/{cycle.Ref.Cycle}/commands",
                answers.NewId(),
                answer
            ),
            Outcome = cycle.State.End?.Outcome,
            DossierPath = cycle.State.Publication is null ? null : $"/d/{cycle.Ref.Cycle}",
            CycleStoryPath = $"{path}/story",
            FairnessPath = $"{path}/fairness",
            AuditPath = $"/api/cycles/{cycle.Ref.Cycle}/audit",
            Filter = Enum.TryParse<AssignmentPhase>(query["phase"], ignoreCase: true, out var phase)
                ? phase
                : null,
            Sort = Enum.TryParse<StatusSort>(query["sort"], ignoreCase: true, out var sort)
                ? sort
                : StatusSort.Plan,
        };
    }

    private async Task<Dictionary<AssignmentId, EventStream>> StreamsAsync(
        PlanLookup plan,
        CancellationToken cancellation
    )
    {
        var streams = await Task.WhenAll(
            plan.Assignments.Select(async id =>
                (id, entries: await record.ReadAsync(id.Stream, cancellation))
            )
        );
        return streams.ToDictionary(pair => pair.id, pair => pair.entries);
    }

    private static IReadOnlyList<StatusDecision> Decided(
        Dictionary<AssignmentId, EventStream> streams,
        IReadOnlyList<Entry> whole,
        string path
    ) =>
        [
            .. streams
                .SelectMany(pair =>
                    pair.Value.Select(entry => new StatusDecision(
                        entry.RecordedAt,
                        pair.Key,
                        entry.Event,
                        $"{path}/story/{pair.Key}"
                    ))
                )
                .Concat(
                    whole.Select(entry => new StatusDecision(
                        entry.RecordedAt,
                        (entry.Event as CycleEvent.Reopened)?.Assignment,
                        entry.Event,
                        entry.Event is CycleEvent.Reopened reopened
                            ? $"{path}/story/{reopened.Assignment}"
                            : $"{path}/story"
                    ))
                )
                .Where(decision => StatusDecision.Is(decision.Event))
                .OrderByDescending(decision => decision.At)
                .Take(MostDecisions),
        ];

    private static StatusCell CellOf(
        PlanLookup plan,
        AssignmentId id,
        AssignmentState state,
        string path,
        DateTimeOffset now
    ) =>
        new(
            id,
            state.Phase(now),
            plan.ReportType(id.ReportType).DueOf(state),
            plan.ReportType(id.ReportType).ClosesOf(state),
            state
                .Submissions.FirstOrDefault(submission => submission.IsAcceptable)
                ?.Judgement.Committed,
            $"{path}/story/{id}"
        );

    private async Task<IReadOnlyList<StatusAlarm>> AlarmsAsync(
        RunningCycle cycle,
        Dictionary<AssignmentId, AssignmentState> states,
        string path,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var alarms = new List<StatusAlarm>();
        if (Command.ChooseNextStep.IsAwaited(cycle.State))
        {
            alarms.Add(
                new StatusAlarm(StatusAlarmKind.WaitingForPerson, now, null, null, $"{path}/story")
            );
        }
        if (
            cycle.State is { End: null, CurrentRound: { Outcome: null } round }
            && Quorum.IsOutOfReach(cycle.Plan.Plan.Approval, round)
        )
        {
            alarms.Add(
                new StatusAlarm(
                    StatusAlarmKind.ApprovalOutOfReach,
                    now,
                    null,
                    null,
                    $"{path}/round/dossier"
                )
            );
        }
        alarms.AddRange(
            cycle.State.Failed.Values.Select(failure => new StatusAlarm(
                StatusAlarmKind.ProcessFailed,
                now,
                null,
                $"{failure.Instance}: {failure.Message}",
                $"{path}/story"
            ))
        );
        await foreach (var mail in outbox.ListAsync(cycle.Ref.Cycle, cancellation))
        {
            // Who has passed the duty on need not be reached any more.
            if (
                mail.Outcome is { Status: MailStatus.Refused or MailStatus.SenderRefused } outcome
                && letters.SuccessorOf(mail, cycle.State) is null
            )
            {
                var assignment = AssignmentId.TryParse(mail.Subject, null, out var id) ? id : null;
                alarms.Add(
                    new StatusAlarm(
                        outcome.IsFinal
                            ? StatusAlarmKind.MailRefused
                            : StatusAlarmKind.SenderRefused,
                        mail.OutcomeAt ?? mail.QueuedAt,
                        assignment,
                        outcome.Detail,
                        assignment is null ? null : $"{path}/story/{assignment}"
                    )
                );
            }
        }
        alarms.AddRange(
            cycle
                .Plan.Assignments.Select(id => AlarmOf(id, states[id], path, now))
                .OfType<StatusAlarm>()
        );
        return alarms;
    }

    private static StatusAlarm? AlarmOf(
        AssignmentId id,
        AssignmentState state,
        string path,
        DateTimeOffset now
    )
    {
        StatusAlarmKind? kind = state.Phase(now) switch
        {
            AssignmentPhase.Overdue => StatusAlarmKind.Overdue,
            AssignmentPhase.Missing => StatusAlarmKind.Missing,
            AssignmentPhase.ToMend => StatusAlarmKind.ToMend,
            _ => null,
        };
        var since = kind switch
        {
            StatusAlarmKind.Overdue => state.Current!.DueInForce.Show(TimeZoneInfo.Utc),
            StatusAlarmKind.Missing => state.Current!.Closes.Show(TimeZoneInfo.Utc),
            StatusAlarmKind.ToMend => state.Submissions[^1].Judgement.Committed,
            _ => now,
        };
        return kind is { } alarm
            ? new StatusAlarm(alarm, since, id, null, $"{path}/story/{id}")
            : null;
    }
}
