using ProgramReview.Core.Events;

namespace ProgramReview.Local.Rehearsal.Dossiers;

/// <summary>The dossier of a cycle that is in force: the newest that was published, or before that the newest that was compiled.</summary>
/// <param name="Hash">Its identity.</param>
/// <param name="Round">The round that it was compiled for.</param>
/// <param name="Edition">Which edition it is, from 1; null for one that is not published.</param>
public sealed record NewestDossier(string Hash, int Round, int? Edition)
{
    /// <summary>That of a cycle, or null if none was compiled yet.</summary>
    public static NewestDossier? Of(CycleState state) =>
        state.Publication is { } published
            ? new(published.DossierHash, published.Round, published.Edition)
        : state.Dossiers.Count > 0 && state.Dossiers.Keys.Max() is var round
            ? new(state.Dossiers[round], round, null)
        : null;
}
