using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Figures;

/// <summary>Makes the figures of at most a hundred marked nodes, all of one level of the tree: the deepest first, so that each is made of new ones.</summary>
internal sealed partial class AddFiguresUpActivity(
    Cycles cycles,
    FigureWriter figures,
    Recorder recorder,
    TimeProvider clock,
    ILogger<AddFiguresUpActivity> logger
)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<Output> CallAsync(TaskOrchestrationContext context, FiguresInput input) =>
        context.CallActivityAsync<Output>(nameof(AddFiguresUpActivity), input, Retries.Standard);

    /// <summary>Takes the step; may run more than once. In a cycle that has ended nothing is left to do.</summary>
    [Function(nameof(AddFiguresUpActivity))]
    public async Task<Output> RunAsync(
        [ActivityTrigger] FiguresInput input,
        CancellationToken cancellation
    )
    {
        if (
            await cycles.FindAsync(input.Cycle.Cycle, cancellation) is not { State.End: null } cycle
        )
        {
            return new Output(true, null);
        }
        if (!input.HasBegun)
        {
            await figures.BeginAsync(cycle.Plan, cancellation);
        }
        var outcomes = await figures.WriteAsync(cycle.Plan, input.MostDepth, cancellation);
        var mended = outcomes
            .Where(one => one.Outcome == FigureWriter.Outcome.Mended)
            .Select(one => one.Place.Node)
            .ToList();
        if (mended.Count > 0)
        {
            Log.Mended(logger, input.Cycle.Cycle.Value, string.Join(' ', mended));
            var day = Anchoring.DayOf(clock.GetUtcNow(), cycle.Plan.Zone);
            await recorder.WriteAsync(
                cycle.Ref.Cycle.Stream,
                FormattableString.Invariant($"figures-mended-{day:yyyy-MM-dd}"),
                entries =>
                    entries.Cycle.End is null
                        ? new CycleEvent.FiguresMended([.. mended.Select(node => node.ToString())])
                        : null,
                cancellation
            );
        }
        var isStuck =
            outcomes.Count > 0
            && outcomes.All(one => one.Outcome == FigureWriter.Outcome.Outstanding);
        return outcomes.Count == 0 || (isStuck && outcomes[0].Place.Depth == 0)
            ? new Output(true, null)
            : new Output(false, isStuck ? outcomes[0].Place.Depth - 1 : input.MostDepth);
    }

    /// <summary>What is left.</summary>
    /// <param name="IsDone">Whether nothing can be made any more; what waits for a report that is read again is made when somebody looks again.</param>
    /// <param name="MostDepth">How deep the nodes may be that are made next; null for any.</param>
    public sealed record Output(bool IsDone, int? MostDepth);

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Error,
            "Figures of {Cycle} were not what their reports say although nothing had changed, and were mended: {Nodes}."
        )]
        public static partial void Mended(ILogger logger, string cycle, string nodes);
    }
}
