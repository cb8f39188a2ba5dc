using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Material;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Narrative;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Material;

/// <summary>Puts together what at most a hundred reports say, section by section; a piece that was made of the same files is not made again.</summary>
internal sealed class CollectMaterialActivity(
    Cycles cycles,
    IndexReader index,
    ReportTexts texts,
    MaterialStore store
)
{
    private const int AtOnce = 12;

    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<Output> CallAsync(TaskOrchestrationContext context, MaterialInput input) =>
        context.CallActivityAsync<Output>(nameof(CollectMaterialActivity), input, Retries.Standard);

    /// <summary>Takes the step.</summary>
    [Function(nameof(CollectMaterialActivity))]
    public async Task<Output> RunAsync(
        [ActivityTrigger] MaterialInput input,
        CancellationToken cancellation
    )
    {
        var cycle = input.Cycle.Cycle;
        var plan = await cycles.PlanAsync(cycle, cancellation);
        var steps = MaterialRules.Steps(plan);
        var step = input.Progress.Pieces.Count;
        var piece = MaterialPiece.Of(
            step < steps.Count
                ? await index
                    .RowsAsync(plan, steps[step], cancellation)
                    .Select(row => MaterialReport.Of(plan, row))
                    .ToListAsync(cancellation)
                : []
        );
        var hash = piece.Hash();
        if (!await store.HasPieceAsync(cycle, hash, cancellation))
        {
            await store.KeepPieceAsync(
                cycle,
                piece,
                await SectionsAsync(plan, piece, cancellation),
                cancellation
            );
        }
        return new Output(
            hash,
            piece.Reports.Count(report => report.Sha256 is not null),
            Math.Max(0, steps.Count - step - 1)
        );
    }

    private async Task<IEnumerable<IGrouping<string, MaterialSection>>> SectionsAsync(
        PlanLookup plan,
        MaterialPiece piece,
        CancellationToken cancellation
    )
    {
        var sections = new List<(string Code, MaterialSection Section)>();
        foreach (var some in piece.Reports.Where(report => report.Sha256 is not null).Chunk(AtOnce))
        {
            var found = await Task.WhenAll(
                some.Select(report =>
                    texts.FindAsync(
                        plan,
                        new(report.Assignment, report.Part!),
                        report.Sha256!,
                        cancellation
                    )
                )
            );
            sections.AddRange(
                some.Zip(found)
                    .SelectMany(one =>
                        (one.Second?.Sections ?? []).Select(section =>
                            (section.Code ?? "", MaterialSection.Of(one.First.Assignment, section))
                        )
                    )
                    .Where(one => one.Item2 is not null)
                    .Select(one => (one.Item1, one.Item2!))
            );
        }
        return sections.GroupBy(one => one.Code, one => one.Section);
    }

    /// <summary>What came of the step.</summary>
    /// <param name="Hash">The piece.</param>
    /// <param name="Reports">How many reports count in it.</param>
    /// <param name="Left">How many steps are left.</param>
    public sealed record Output(string Hash, int Reports, int Left);
}
