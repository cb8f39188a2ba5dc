using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>Compares the dossier of a round with the one that its members saw last.</summary>
public sealed class RoundComparison(DossierReader reader, DossierComparison comparison)
{
    /// <summary>What changed.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="round">The round.</param>
    /// <param name="dossier">Its dossier.</param>
    /// <param name="page">Which page of the words of bodies, from 1.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<RoundDifference> OfAsync(
        RunningCycle cycle,
        RoundState round,
        OpenDossier dossier,
        int page,
        CancellationToken cancellation
    )
    {
        if (cycle.State.RoundBefore(round.Number) is not { } last)
        {
            return RoundDifference.None;
        }
        var changes = await comparison.BetweenAsync(
            cycle.Plan,
            last.DossierHash,
            round.DossierHash,
            page,
            cancellation
        );
        var asked =
            last.Outcome == RoundOutcome.ChangesAsked
                ? last.Reopened()
                : new Dictionary<AssignmentId, AskedChanges>();
        var parts = changes.Reports.Parts.Select(change => new AskedChange(
            change,
            CommentOn(asked, change.Part)
        ));
        // What was asked for and has not changed is told too.
        var unchanged =
            from line in await reader.LinesAsync(dossier, asked.Keys, cancellation)
            from part in line.Parts
            let id = new PartId(line.Assignment, part.Code)
            let comment = CommentOn(asked, id)
            where comment is not null && changes.Reports.Parts.All(change => change.Part != id)
            select new AskedChange(new PartChange(id, part.Counting, part.Counting), comment);
        return new RoundDifference(last.Number, [.. parts, .. unchanged], changes);
    }

    /// <summary>What the newest dossier says otherwise than that of a round; null if there is no newer one.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="round">The round.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<RoundDifference?> SinceAsync(
        RunningCycle cycle,
        RoundState round,
        CancellationToken cancellation
    )
    {
        var newest = cycle.State.Dossiers.MaxBy(one => one.Key);
        if (newest.Key <= round.Number)
        {
            return null;
        }
        var changes = await comparison.BetweenAsync(
            cycle.Plan,
            round.DossierHash,
            newest.Value,
            1,
            cancellation
        );
        return new RoundDifference(
            round.Number,
            [.. changes.Reports.Parts.Select(change => new AskedChange(change, null))],
            changes
        );
    }

    private static string? CommentOn(
        IReadOnlyDictionary<AssignmentId, AskedChanges> asked,
        PartId part
    ) =>
        asked.TryGetValue(part.Assignment, out var named) && named.Parts.Contains(part.Part)
            ? named.Comment
            : null;
}
