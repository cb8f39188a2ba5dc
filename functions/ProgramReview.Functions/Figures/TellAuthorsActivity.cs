using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Events;
using ProgramReview.Core.Figures.Consistency;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Requesting;

namespace ProgramReview.Functions.Figures;

/// <summary>
/// Asks the authors of the reports of at most a hundred nodes about figures that do not go together: as a fact of their report, and by one letter
/// about what they were not asked before.
/// </summary>
internal sealed class TellAuthorsActivity(
    Cycles cycles,
    IEventStore record,
    Recorder recorder,
    IFigureStore store,
    FigureRecords records,
    FigureFindings findings,
    IndexReader index,
    OrderedMails mails
)
{
    /// <summary>So many nodes are looked at in one step.</summary>
    public const int NodesOfAStep = FanOutNode.MaxChildren;

    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, FiguresInput input) =>
        context.CallActivityAsync(nameof(TellAuthorsActivity), input, Retries.Standard);

    /// <summary>Takes the step; what was asked already is not asked again.</summary>
    [Function(nameof(TellAuthorsActivity))]
    public async Task RunAsync([ActivityTrigger] FiguresInput input, CancellationToken cancellation)
    {
        if (
            await cycles.FindAsync(input.Cycle.Cycle, cancellation) is not { State.End: null } cycle
        )
        {
            return;
        }
        var telling = input.Telling!;
        var tree = FigureTree.Of(cycle.Plan);
        var peers = await findings.PeersAsync(input.Cycle.Cycle, telling.Root, cancellation);
        var nodes = tree.Nodes.Skip(telling.Done * NodesOfAStep).Take(NodesOfAStep);
        foreach (var node in nodes.Where(node => tree.ReportsOf(node).Count > 0))
        {
            var found = await FoundAsync(cycle.Plan, node, peers, cancellation);
            var rows = index.RowsAsync(cycle.Plan, tree.ReportsOf(node), cancellation);
            await foreach (var row in rows)
            {
                var questions = FigureQuestions.For(found, row.Assignment);
                if (questions.Count > 0 || WasAsked(row))
                {
                    await AskAsync(cycle, row.Assignment, telling.Root, questions, cancellation);
                }
            }
        }
    }

    private async Task<IReadOnlyList<ConsistencyFinding>> FoundAsync(
        PlanLookup plan,
        FanOutNode node,
        IReadOnlyList<PeerGroup> peers,
        CancellationToken cancellation
    )
    {
        var cycle = plan.Plan.Cycle;
        var parent = FigureTree.Of(plan).ParentOf(node);
        var row = (await store.FindAsync(cycle, parent, node, cancellation)).Row;
        // Of peers only questions are told by letter, and a plan may have none.
        var asksPeers =
            (plan.Plan.Checking ?? CheckingPlan.Unsaid).WeightOf(
                CheckCatalogue.Of("between-outlier")
            ) > Severity.Info;
        return row is null || (row.FoundHere == 0 && !asksPeers)
            ? []
            : FigureFindings.Of(plan, await records.GetAsync(cycle, row.Hash, cancellation), peers);
    }

    private static bool WasAsked(AssignmentRow row) =>
        row.Kinds.Any(kind => CheckCatalogue.BetweenReports.Any(check => check.Code == kind.Code));

    private async Task AskAsync(
        RunningCycle cycle,
        AssignmentId assignment,
        string root,
        IReadOnlyList<Finding> questions,
        CancellationToken cancellation
    )
    {
        var part = ReportPart
            .Of(cycle.Plan.ReportType(assignment.ReportType))
            .First(part => part.Kind == PartKind.Annex)
            .Code;
        var stream = await record.ReadAsync(assignment.Stream, cancellation);
        var before = stream.LastOrDefault(entry => entry.Event is AssignmentEvent.FiguresCompared);
        var number = stream.Count(entry => entry.Event is AssignmentEvent.FiguresCompared) + 1;
        var recorded = await recorder.WriteAsync(
            stream,
            FormattableString.Invariant($"figures-compared-{number}"),
            entries =>
                entries.Assignment.Counting(part) is { } counting
                && !Keys(counting.Compared).SetEquals(Keys(questions))
                    ? new AssignmentEvent.FiguresCompared(part, counting.BlobName, root, questions)
                    : null,
            cancellation
        );
        // Also for what was on record: whoever wrote it may have stopped before the letter.
        if ((recorded?.Entry ?? before) is { Event: AssignmentEvent.FiguresCompared asked } entry)
        {
            if (asked.Findings.Count > 0)
            {
                await mails.SendAsync(
                    cycle,
                    assignment,
                    (recorded?.Stream ?? stream).Assignment,
                    nameof(FiguresComparedLetter),
                    entry.Key,
                    cancellation
                );
            }
        }
    }

    private static HashSet<string> Keys(IEnumerable<Finding> findings) =>
        [.. findings.Select(finding => finding.Key)];
}
