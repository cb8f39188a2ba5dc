using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
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
    IndexReader index,
    Recorder recorder,
    DossierStore dossiers,
    AnchorWriter anchors,
    OverdueChecks checks,
    FigureSettling figures,
    IRowWriter writer,
    TimeProvider clock
)
{
    private const int AtOnce = 32;

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
        var stand = await figures.FindAsync(plan, cancellation);
        var rows = await RowsAsync(plan, cancellation);
        var now = clock.GetUtcNow();
        if (await WaitsForChecksAsync(rows.Values, now, cancellation) is { } until)
        {
            return new Output(null, until);
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
        var state = (await record.ReadAsync(cycle.Cycle.Stream, cancellation)).Cycle;
        var dossier = Dossier.Compile(
            plan,
            state.Start!.PlanHash,
            round,
            now,
            id => rows[id],
            state,
            root
        );
        var hash = await dossiers.AddAsync(dossier, cancellation);
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

    // The index says what there is, and the record whether there is more by now: only streams that went on are read.
    private async Task<Dictionary<AssignmentId, AssignmentRow>> RowsAsync(
        PlanLookup plan,
        CancellationToken cancellation
    )
    {
        var rows = new Dictionary<AssignmentId, AssignmentRow>();
        var known = index.AllAsync(plan, FanOutNode.Root, cancellation);
        await foreach (var some in known.Chunk(AtOnce).WithCancellation(cancellation))
        {
            foreach (var row in await Task.WhenAll(some.Select(NowAsync)))
            {
                rows.Add(row.Assignment, row);
            }
        }
        return rows;

        async Task<AssignmentRow> NowAsync(AssignmentRow row)
        {
            var stream = row.Assignment.Stream;
            if (await record.FindAsync(stream, row.Sequence + 1, cancellation) is null)
            {
                return row;
            }
            // Written too: figures follow from rows.
            var entries = await record.ReadAsync(stream, cancellation);
            await writer.WriteAsync(row.Assignment, entries, cancellation);
            return AssignmentRow.Of(row.Assignment, entries);
        }
    }

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
    /// <param name="DossierHash">The dossier's identity, or null if another order or check comes first.</param>
    /// <param name="ChecksUntil">When the last check is given up that is outstanding, or null.</param>
    /// <param name="AwaitsFigures">Whether figures come first that were not added up.</param>
    public sealed record Output(
        string? DossierHash,
        DateTimeOffset? ChecksUntil = null,
        bool AwaitsFigures = false
    );
}
