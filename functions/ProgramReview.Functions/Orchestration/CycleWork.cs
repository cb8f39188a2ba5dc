using System.Globalization;
using Microsoft.DurableTask;
using ProgramReview.Core.Events;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Requesting;

namespace ProgramReview.Functions.Orchestration;

/// <summary>
/// What the cycle's process waits for: windows, rounds, people. It asks the record, and looks after the processes that should bring it on; a
/// ring only says "look again".
/// </summary>
internal sealed class CycleWork(TaskOrchestrationContext context, CycleRef cycle)
{
    // Figures end without a ring, since uploads begin them all the time.
    private static readonly TimeSpan FiguresPause = TimeSpan.FromMinutes(1);

    private readonly Vigil vigil = new(context);

    // What operations ordered beside the planned work, and how many orders that was: a dossier is compiled only if there are no others.
    private List<ProcessId> ordered = [];
    private int seen;

    /// <summary>Waits until all has ended that was asked for or ordered, and has the dossier compiled.</summary>
    /// <returns>The dossier's identity.</returns>
    public async Task<string> CompileAsync(int round, IReadOnlyList<ProcessId> asked)
    {
        while (true)
        {
            if (await ReadOrdersAsync(round) is { } compiled)
            {
                return compiled;
            }
            asked = await Supervision.TendAsync(context, cycle, asked);
            ordered = [.. await Supervision.TendAsync(context, cycle, ordered)];
            if (asked.Count + ordered.Count > 0)
            {
                await WaitAsync(Text($"collecting for round {round}"), "all windows to close");
                continue;
            }
            new ProcessStatus(Text($"compiling for round {round}")).Show(context);
            // An order given at the last moment goes first: a dossier is never compiled beside an assignment that is open again.
            var dossier = await CompileDossierActivity.CallAsync(context, new(cycle, round, seen));
            if (dossier.DossierHash is { } hash)
            {
                return hash;
            }
            if (dossier.AwaitsFigures)
            {
                await Supervision.TendAsync(context, cycle, [new ProcessId.Figures(cycle.Cycle)]);
                await WaitAsync(
                    Text($"collecting for round {round}"),
                    "figures to be added up",
                    context.Now() + FiguresPause
                );
            }
            if (dossier is { Until: { } until, WaitsFor: { } what })
            {
                await WaitAsync(Text($"collecting for round {round}"), what, until);
            }
        }
    }

    /// <summary>Has a round run, and waits until its outcome is on record.</summary>
    public async Task<RoundOutcome> AskApproversAsync(int round)
    {
        while (true)
        {
            var read = await ReadOutcomeActivity.CallAsync(context, new(cycle, round));
            if (read.Outcome is { } outcome)
            {
                return outcome;
            }
            // Nobody waits for the renderings of what is decided about.
            await Supervision.TendAsync(
                context,
                cycle,
                [
                    new ProcessId.Round(cycle.Cycle, round),
                    new ProcessId.Rendering(cycle.Cycle, round),
                ]
            );
            await WaitAsync(Text($"approval round {round}"), "its outcome");
        }
    }

    /// <summary>Waits until the renderings of a dossier are made, or one of them cannot be.</summary>
    public async Task RenderAsync(int round)
    {
        IReadOnlyList<ProcessId> open = [new ProcessId.Rendering(cycle.Cycle, round)];
        while ((open = await Supervision.TendAsync(context, cycle, open)).Count > 0)
        {
            await WaitAsync("published", "its renderings");
        }
    }

    /// <summary>Waits until a person has chosen what comes after an expired round. What was ordered meanwhile runs, and is waited for before the next dossier.</summary>
    public async Task<NextStep> AskOperationsAsync(int round)
    {
        while (true)
        {
            var read = await ReadOutcomeActivity.CallAsync(context, new(cycle, round));
            if (read.Step is { } step)
            {
                return step;
            }
            await ReadOrdersAsync(round + 1);
            ordered = [.. await Supervision.TendAsync(context, cycle, ordered)];
            await WaitAsync(Text($"round {round} expired"), "the choice of operations");
        }
    }

    /// <summary>Ends the cycle, and waits until everybody was told. What is published stays open for late truth first, as long as the plan says.</summary>
    /// <returns>False if it does not end: an edition was opened, which is to be decided about.</returns>
    public async Task<bool> EndAsync(CycleOutcome outcome, int round)
    {
        while (true)
        {
            var end = await EndCycleActivity.CallAsync(context, new(cycle, outcome, round));
            if (end.HasEdition)
            {
                return false;
            }
            if (!end.IsEnded)
            {
                await ReadOrdersAsync(round + 1);
                ordered = [.. await Supervision.TendAsync(context, cycle, ordered)];
            }
            var open = await Supervision.TendAsync(
                context,
                cycle,
                [.. end.Orders.Select(entry => new ProcessId.Order(cycle.Cycle, entry))]
            );
            if (end.IsEnded && open.Count == 0)
            {
                return true;
            }
            await (
                end.IsEnded
                    ? WaitAsync("ending", "everybody to be told")
                    : WaitAsync("published", "the end, or an edition", end.OpenUntil)
            );
        }
    }

    private async Task<string?> ReadOrdersAsync(int round)
    {
        var read = await ReadOrdersActivity.CallAsync(context, new(cycle, round, seen));
        seen = read.Seen;
        ordered = [.. ordered.Union(read.Processes)];
        return read.DossierHash;
    }

    private Task WaitAsync(string phase, string waitsFor, DateTimeOffset? atMost = null)
    {
        new ProcessStatus(phase, waitsFor, atMost ?? vigil.NextLook).Show(context);
        return vigil.WaitAsync(atMost);
    }

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
