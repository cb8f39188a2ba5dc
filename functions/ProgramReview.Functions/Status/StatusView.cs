using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>
/// Draws the status page from the index: the exceptions, what happens next, and a part of the cycle - every assignment of it if they are few, else
/// the parts below. It costs what it shows, whatever the size of the plan.
/// </summary>
internal sealed class StatusView(
    IEventStore record,
    IndexReader index,
    StatusAlarms alarms,
    FormAnswers answers,
    FileGate files,
    MinutesFiles minutes,
    TimeProvider clock
)
{
    // So many assignments are shown each by itself.
    private const int MostCells = FanOutTree.MaxChildren;

    /// <summary>The page's model.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="request">Its queries <c>at</c>, <c>phase</c> and <c>sort</c>.</param>
    /// <param name="answer">What came of a form that was posted, or null.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<StatusPageModel> ModelAsync(
        RunningCycle cycle,
        HttpRequest request,
        FormAnswer? answer,
        CancellationToken cancellation
    )
    {
        var (plan, now) = (cycle.Plan, clock.GetUtcNow());
        var query = request.Query;
        var place = StatusPlace.Of(plan, query);
        var context = PageContext.For(request, plan.Plan.Operations.Language, now, plan);
        var language = context.Language;
        await index.RefreshAsync(plan, cancellation);
        var sum = await index.NodeAsync(plan, place.Node, cancellation);
        var isWhole = place.Total <= MostCells;
        var rows = isWhole
            ? await index.AllAsync(plan, place.Node, cancellation).ToListAsync(cancellation)
            : await index.RowsAsync(plan, place.Node, cancellation);
        var nodes = isWhole ? [] : await index.NodesAsync(plan, place.Node, cancellation);
        var path = $"/status/{cycle.Ref.Cycle}";
        var model = new StatusPageModel
        {
            Context = context,
            Path = path,
            Place = place.Query,
            Part = place.IsWhole ? null : place.NameOf(place.Node, language),
            Crumbs = place.Crumbs(language),
            CsvPath = $"{path}/csv{(place.IsWhole ? "" : $"?{place.Query}")}",
            Sum = sum,
            Nodes =
            [
                .. nodes.Select(node => new StatusNode(
                    place.NameOf(node.Node, language),
                    place.PathOf(node.Node),
                    node.Row.PhasesAt(now)
                )),
            ],
            Cells = [.. rows.Select(row => CellOf(plan, row, place, now))],
            Alarms = await alarms.GroupsAsync(
                cycle,
                place,
                sum,
                isWhole ? rows : [],
                now,
                cancellation
            ),
            IsUnscanned = !files.IsScanned,
            Upcoming = Upcoming.Of(
                plan,
                sum,
                place.IsWhole ? cycle.State.CurrentRound : null,
                cycle.State.End is not null,
                now
            ),
            Decisions = await DecidedAsync(cycle, place, sum, cancellation),
            FiguresPath =
                place.IsWhole && FigureTree.Of(plan).HasFigures
                    ? $"/status/{cycle.Ref.Cycle}/figures"
                    : null,
            MaterialPath = place.IsWhole ? $"/status/{cycle.Ref.Cycle}/material" : null,
            TextsPath = place.IsWhole ? $"/status/{cycle.Ref.Cycle}/texts" : null,
            FindingsPath = sum.Findings.Count == 0 ? null : place.FindingsPath(),
            Filter = Enum.TryParse<AssignmentPhase>(query["phase"], ignoreCase: true, out var phase)
                ? phase
                : null,
            Sort = Enum.TryParse<StatusSort>(query["sort"], ignoreCase: true, out var sort)
                ? sort
                : StatusSort.Plan,
        };
        return place.IsWhole ? OfWhole(model, cycle, answer) : model;
    }

    /// <summary>One assignment.</summary>
    public static StatusCell CellOf(
        PlanLookup plan,
        AssignmentRow row,
        StatusPlace place,
        DateTimeOffset now
    )
    {
        var type = plan.ReportType(row.Assignment.ReportType);
        return new(
            row.Assignment,
            row.PhaseAt(now),
            row.Due ?? type.Due,
            row.Closes ?? type.Closes,
            row.FirstAcceptedAt,
            row.Parts.Count(part => part.Required && part.Counting is not null),
            row.Parts.Count(part => part.Required),
            place.StoryOf(row.Assignment)
        );
    }

    // What concerns the cycle as a whole stands on the page of the whole.
    private StatusPageModel OfWhole(
        StatusPageModel model,
        RunningCycle cycle,
        FormAnswer? answer
    ) =>
        model with
        {
            Round = cycle.State.CurrentRound is { } round
                ? new StatusRound(
                    round.Number,
                    round.Closes,
                    round.Outcome,
                    DecisionView.TallyOf(cycle.Plan.Plan.Approval, round, model.Context.Now),
                    $"{model.Path}/round/dossier"
                )
                {
                    Voided = cycle.State.Voidings.GetValueOrDefault(round.Number)?.Event,
                    Silent = SilentIn(cycle.Plan.Plan.Approval, round),
                    Seen = round.Seen,
                    ResultPath = round.Result is null ? null : $"{model.Path}/round/result",
                    Minutes = minutes.LinesOf(cycle, cycle.State.Meetings),
                    Deputies = [.. round.Deputies.Where(deputy => !deputy.IsRevoked)],
                    Waiting =
                    [
                        .. round.Orders.Where(order =>
                            !order.IsUndone && !(order.CountsFrom <= model.Context.Now)
                        ),
                    ],
                }
                : null,
            Commands = new CommandFormsModel(
                new CommandScene(cycle.State, null, AssignmentState.None, model.Context.Now)
                {
                    Plan = cycle.Plan,
                },
                $"/api/cycles/{cycle.Ref.Cycle}/commands",
                answers.NewId(),
                answer
            )
            {
                Minutes = minutes.LinesOf(
                    cycle,
                    ObjectionRules
                        .Unconfirmed(cycle.State)
                        .Select(order => order.Event)
                        .OfType<CycleEvent.MeetingRecorded>()
                ),
            },
            Outcome = cycle.State.End?.Outcome,
            Published = cycle.State.Publication,
            EditionAtWork = cycle.State.EditionAtWork?.Number,
            DossierPath = cycle.State.Publication is null ? null : $"/d/{cycle.Ref.Cycle}",
            CycleStoryPath = $"{model.Path}/story",
            FairnessPath = $"{model.Path}/fairness",
            AuditPath = $"/api/cycles/{cycle.Ref.Cycle}/audit",
        };

    private static IReadOnlyList<string> SilentIn(ApprovalPlan plan, RoundState round) =>
        round.Outcome is null
            ?
            [
                .. Quorum
                    .SeatsOf(plan, round)
                    .Where(seat => round.AnswerOf(seat) is null)
                    .Select(round.HolderOf),
            ]
            : [];

    // The index knows where they stand; what they say is read from the record.
    private async Task<IReadOnlyList<StatusDecision>> DecidedAsync(
        RunningCycle cycle,
        StatusPlace place,
        NodeRow sum,
        CancellationToken cancellation
    )
    {
        var path = $"/status/{cycle.Ref.Cycle}";
        var newest = Decision.Newest(
            place.IsWhole ? sum.Decisions.Concat(Decision.In(cycle.Stream)) : sum.Decisions
        );
        var decided = await Task.WhenAll(
            newest.Select(async decision =>
                decision.Stream == cycle.Stream.Id
                    ? cycle.Stream[(int)decision.Sequence - 1]
                    : await record.FindAsync(decision.Stream, decision.Sequence, cancellation)
            )
        );
        return
        [
            .. decided
                .OfType<Entry>()
                .Select(entry =>
                {
                    var about = AssignmentId.TryParse(entry.Stream.Value, null, out var id)
                        ? id
                        : (entry.Event as CycleEvent.Reopened)?.Assignment;
                    return new StatusDecision(
                        entry.RecordedAt,
                        about,
                        entry.Event,
                        about is null ? $"{path}/story" : place.StoryOf(about)
                    );
                }),
        ];
    }
}
