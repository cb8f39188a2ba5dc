using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Narrative;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Functions.Compiling;

/// <summary>
/// Anchors the record and compiles the dossier of a round from it, once: what was compiled first stays. Not while an order of operations is unseen: the
/// cycle's stream, in which both are written, decides which came first.
/// </summary>
internal sealed class CompileDossierActivity(
    Cycles cycles,
    IEventStore record,
    CurrentRows current,
    Recorder recorder,
    DossierStore dossiers,
    AnchorWriter anchors,
    OverdueChecks checks,
    FigureSettling figures,
    TimeProvider clock
)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<Output> CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync<Output>(nameof(CompileDossierActivity), input, Retries.Standard);

    /// <summary>Compiles; may run more than once.</summary>
    [Function(nameof(CompileDossierActivity))]
    public async Task<Output> RunAsync(
        [ActivityTrigger] Input input,
        CancellationToken cancellation
    )
    {
        var (cycle, round, seen) = input;
        var plan = await cycles.PlanAsync(cycle.Cycle, cancellation);
        var now = clock.GetUtcNow();
        if (await SettlesAsync(cycle, cancellation) is { } settled && settled > now)
        {
            return new Output(null, settled, "orders that follow");
        }
        var stand = await figures.FindAsync(plan, cancellation);
        var rows = await current.ReadAsync(plan, cancellation);
        if (await WaitsForChecksAsync(rows.Values, now, cancellation) is { } until)
        {
            return new Output(null, until, "checks of content");
        }
        // The same before and after the rows were read: then nothing that counts changed between them.
        if (!stand.IsSettled || await figures.FindAsync(plan, cancellation) != stand)
        {
            return new Output(null, AwaitsFigures: true);
        }
        var (anchored, root) = await anchors.WriteDossierAsync(
            cycle.Cycle,
            round,
            seen,
            Anchoring.DayOf(now, plan.Zone),
            HeadsOf(rows.Values),
            stand.Root,
            cancellation
        );
        await GoBackAsync(rows, anchored, cancellation);
        var hash = await KeepAsync(plan, round, now, rows, root, cancellation);
        var recorded = await recorder.WriteAsync(
            cycle.Cycle.Stream,
            FormattableString.Invariant($"compiled-{round}"),
            entries =>
                CycleState.Of(entries).Orders.Count == seen
                    ? new CycleEvent.DossierCompiled(round, hash)
                    : null,
            cancellation
        );
        return new Output((recorded?.Entry.Event as CycleEvent.DossierCompiled)?.DossierHash);
    }

    // Piece by piece, and the root when all it names is kept.
    private async Task<string> KeepAsync(
        PlanLookup plan,
        int round,
        DateTimeOffset now,
        Dictionary<AssignmentId, AssignmentRow> rows,
        string? figures,
        CancellationToken cancellation
    )
    {
        var id = plan.Plan.Cycle;
        var stream = await record.ReadAsync(id.Stream, cancellation);
        var pieces = DossierPieces.None;
        foreach (var step in Dossier.Steps(plan))
        {
            var piece = DossierPiece.Of(step.Select(assignment => rows[assignment]), now);
            await dossiers.AddAsync(id, piece, cancellation);
            pieces = pieces.With(piece);
        }
        var comments = DossierComments.Before(stream, round);
        var dossier = Dossier.Compile(
            plan,
            stream.Cycle.Start!.PlanHash,
            round,
            now,
            pieces,
            stream,
            new DossierVersions(IContentReader.Version, ReportText.Version)
        ) with
        {
            Figures = figures,
            Comments =
                comments.Said.Count > 0
                    ? await dossiers.AddAsync(id, comments, cancellation)
                    : null,
        };
        return await dossiers.AddAsync(dossier, cancellation);
    }

    // What was recorded after the end of its window has no process that waits for its check.
    private async Task<DateTimeOffset?> WaitsForChecksAsync(
        IEnumerable<AssignmentRow> rows,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var outstanding = rows.Where(row => row.ChecksUntil is not null).ToList();
        foreach (var row in outstanding.Where(row => row.ChecksUntil <= now))
        {
            await checks.GiveUpAsync(row.Assignment, now, cancellation);
        }
        return outstanding.Max(row => row.ChecksUntil);
    }

    private async Task<DateTimeOffset?> SettlesAsync(
        CycleRef cycle,
        CancellationToken cancellation
    ) =>
        (await record.ReadAsync(cycle.Cycle.Stream, cancellation)).Cycle.Voidings.Values.Max(
            voiding => (DateTimeOffset?)voiding.SettledAt
        );

    private static ChainHeads HeadsOf(IEnumerable<AssignmentRow> rows) =>
        ChainHeads.Of(
            rows.Where(row => row.Sequence > 0)
                .Select(row => new ChainHead(row.Assignment.Stream, row.Sequence, row.Head))
        );

    // A try after a crash finds the anchor of the one before, and compiles what that one would have.
    private async Task GoBackAsync(
        Dictionary<AssignmentId, AssignmentRow> rows,
        ChainHeads anchored,
        CancellationToken cancellation
    )
    {
        var heads = anchored.Heads.ToDictionary(head => head.Stream, head => head.Sequence);
        foreach (var row in rows.Values.ToList())
        {
            var head = heads.GetValueOrDefault(row.Assignment.Stream);
            if (head != row.Sequence)
            {
                var entries = await record.ReadAsync(row.Assignment.Stream, cancellation);
                rows[row.Assignment] = AssignmentRow.Of(
                    row.Assignment,
                    new EventStream(
                        entries.Id,
                        [.. entries.TakeWhile(entry => entry.Sequence <= head)]
                    )
                );
            }
        }
    }

    /// <summary>For which round to compile.</summary>
    /// <param name="Cycle">The cycle.</param>
    /// <param name="Round">The round.</param>
    /// <param name="OrdersSeen">How many orders of operations the cycle's process has carried out.</param>
    public sealed record Input(CycleRef Cycle, int Round, int OrdersSeen);

    /// <summary>What was compiled.</summary>
    /// <param name="DossierHash">The dossier's identity, or null if something else comes first.</param>
    /// <param name="Until">When to look again if nobody rings, or null: at once.</param>
    /// <param name="WaitsFor">What comes first, for the status of the process; null where nothing is waited for.</param>
    /// <param name="AwaitsFigures">Whether figures come first that were not added up.</param>
    public sealed record Output(
        string? DossierHash,
        DateTimeOffset? Until = null,
        string? WaitsFor = null,
        bool AwaitsFigures = false
    );
}
