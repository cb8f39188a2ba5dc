using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Compiling;

/// <summary>
/// Anchors the record and compiles the dossier of a round from it, once: what was compiled first stays. Not while an order of operations is unseen: the
/// cycle's stream, in which both are written, decides which came first.
/// </summary>
internal sealed class CompileDossierActivity(
    Cycles cycles,
    IEventStore record,
    Recorder recorder,
    DossierStore dossiers,
    AnchorWriter anchors,
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
        var streams = new Dictionary<AssignmentId, IReadOnlyList<Entry>>();
        foreach (var assignment in plan.Assignments)
        {
            streams[assignment] = await record.ReadAsync(assignment.Stream, cancellation);
        }
        var now = clock.GetUtcNow();
        var anchored = await anchors.WriteDossierAsync(
            cycle.Cycle,
            round,
            Anchoring.DayOf(now, plan.Zone),
            HeadsOf(streams.Values),
            cancellation
        );
        var heads = anchored.Heads.ToDictionary(head => head.Stream, head => head.Sequence);
        var state = CycleState.Of(await record.ReadAsync(cycle.Cycle.Stream, cancellation));
        var dossier = Dossier.Compile(
            plan,
            state.Start!.PlanHash,
            round,
            now,
            id => UpTo(heads.GetValueOrDefault(id.Stream), streams[id]),
            state.Anchors,
            state.Outages
        ) with
        {
            HealthGaps = state.HealthGaps,
        };
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

    private static ChainHeads HeadsOf(IEnumerable<IReadOnlyList<Entry>> streams) =>
        ChainHeads.Of(
            streams
                .Where(entries => entries.Count > 0)
                .Select(entries => entries[^1])
                .Select(last => new ChainHead(last.Stream, last.Sequence, last.Hash))
        );

    // A try after a crash finds the anchor of the one before, and compiles what that one would have.
    private static IReadOnlyList<Entry> UpTo(long head, IReadOnlyList<Entry> entries) =>
        [.. entries.TakeWhile(entry => entry.Sequence <= head)];

    /// <summary>For which round to compile.</summary>
    /// <param name="Cycle">The cycle.</param>
    /// <param name="Round">The round.</param>
    /// <param name="OrdersSeen">How many orders of operations the cycle's process has carried out.</param>
    public sealed record Input(CycleRef Cycle, int Round, int OrdersSeen);

    /// <summary>What was compiled.</summary>
    /// <param name="DossierHash">The dossier's identity, or null if another order came first.</param>
    public sealed record Output(string? DossierHash);
}
