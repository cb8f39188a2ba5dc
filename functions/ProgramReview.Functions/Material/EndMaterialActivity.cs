using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Events;
using ProgramReview.Core.Material;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Material;

/// <summary>Writes down what the material is made of once all pieces are there, and what is otherwise than before.</summary>
internal sealed class EndMaterialActivity(
    IEventStore record,
    Recorder recorder,
    MaterialStore store,
    Cycles cycles,
    FigureReader figures
)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, MaterialInput input) =>
        context.CallActivityAsync(nameof(EndMaterialActivity), input, Retries.Standard);

    /// <summary>Writes; may run more than once. An ended cycle is told nothing more.</summary>
    [Function(nameof(EndMaterialActivity))]
    public async Task RunAsync(
        [ActivityTrigger] MaterialInput input,
        CancellationToken cancellation
    )
    {
        var cycle = input.Cycle.Cycle;
        var stream = await record.ReadAsync(cycle.Stream, cancellation);
        if (
            stream.Cycle.End is not null
            || stream.Cycle.Materials.Single(order => order.Sequence == input.Asked).Made
                is not null
        )
        {
            return;
        }
        var plan = await cycles.PlanAsync(cycle, cancellation);
        var whole = await figures.FindAsync(plan, FanOutNode.Root, cancellation);
        var manifest = new MaterialManifest(cycle, input.Progress.Pieces, whole?.Hash);
        var hash = await store.KeepAsync(manifest, cancellation);
        var former = stream.Cycle.Materials.LastOrDefault(order => order.Made is not null)?.Made;
        var changes = await ChangesAsync(
            former is null ? null : await store.GetAsync(cycle, former.Manifest, cancellation),
            manifest,
            cancellation
        );
        await store.KeepAsync(cycle, input.Asked, changes, cancellation);
        await recorder.WriteAsync(
            stream,
            FormattableString.Invariant($"material-made-{input.Asked}"),
            entries =>
                entries.Cycle.End is null
                    ? new CycleEvent.MaterialMade(
                        input.Asked,
                        hash,
                        input.Progress.Reports,
                        changes.Count
                    )
                    : null,
            cancellation
        );
    }

    // Pieces are steps of one plan, so a piece stands in the place of the one before.
    private async Task<MaterialChanges> ChangesAsync(
        MaterialManifest? before,
        MaterialManifest after,
        CancellationToken cancellation
    )
    {
        var changes = MaterialChanges.None with { Figures = before?.Figures != after.Figures };
        foreach (var (i, hash) in after.Pieces.Index())
        {
            var former = before is not null && i < before.Pieces.Count ? before.Pieces[i] : null;
            if (former != hash)
            {
                changes = changes.With(
                    former is null
                        ? null
                        : await store.GetPieceAsync(after.Cycle, former, cancellation),
                    await store.GetPieceAsync(after.Cycle, hash, cancellation)
                );
            }
        }
        return changes;
    }
}
