using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Compiling;

/// <summary>
/// Looks whether something that counts went by a dossier, as it can between its compiling and the opening of its round, or where a process died over
/// its fact; and writes that it is void then.
/// </summary>
public sealed class OvertakenDossier(
    Cycles cycles,
    IEventStore record,
    CurrentRows rows,
    DossierStore dossiers,
    Recorder recorder
)
{
    /// <summary>Whether the dossier of a round still holds; looks at the head of every assignment's chain, and reads those that went on.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="round">The round.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<bool> HoldsAsync(CycleRef cycle, int round, CancellationToken cancellation)
    {
        var whole = await record.ReadAsync(cycle.Cycle.Stream, cancellation);
        if (whole.Cycle.RoundInForce != round)
        {
            return false;
        }
        var plan = await cycles.PlanAsync(cycle.Cycle, cancellation);
        var dossier = await dossiers.GetAsync(
            cycle.Cycle,
            whole.Cycle.Dossiers[round],
            cancellation
        );
        var now = await rows.ReadAsync(plan, cancellation);
        var reports = dossiers
            .PiecesAsync(cycle.Cycle, dossier.Pieces, cancellation)
            .SelectMany(piece => piece.Reports);
        await foreach (var report in reports)
        {
            if (now[report.Assignment].Head == report.ChainHead)
            {
                continue;
            }
            var stream = await record.ReadAsync(report.Assignment.Stream, cancellation);
            if (LateTruth.VoidsSince(whole.Cycle, stream, report.ChainHead) is not null)
            {
                await recorder.VoidAsync(
                    whole,
                    state => LateTruth.VoidsSince(state, stream, report.ChainHead),
                    cancellation
                );
                return false;
            }
        }
        return true;
    }
}
