using ProgramReview.Core.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Publishing;

/// <summary>A published dossier among the editions of its cycle: what is drawn around it, since it never changes itself.</summary>
/// <param name="Number">Which edition it is, from 1.</param>
/// <param name="Path">Where the cycle's newest edition is read.</param>
/// <param name="Published">All that are published, oldest first.</param>
/// <param name="Opened">The newest edition that was opened and is not published, or null.</param>
/// <param name="IsAtWork">Whether that one may still be published.</param>
public sealed record EditionsView(
    int Number,
    string Path,
    IReadOnlyList<Publication> Published,
    Edition? Opened,
    bool IsAtWork
)
{
    /// <summary>The newest edition, where this is an older one; else null.</summary>
    public Publication? Newer => Published[^1].Edition > Number ? Published[^1] : null;

    /// <summary>The edition before, or null.</summary>
    public Publication? Former => Published.LastOrDefault(one => one.Edition < Number);

    /// <summary>Where an edition is read for ever.</summary>
    public string PathOf(int edition) => FormattableString.Invariant($"{Path}/editions/{edition}");

    /// <summary>The place of a published dossier.</summary>
    public static EditionsView Of(RunningCycle cycle, Publication shown) =>
        new(
            shown.Edition,
            $"/d/{cycle.Ref.Cycle}",
            cycle.State.Publications,
            cycle.State.Editions is [.., var newest]
            && newest.Number > cycle.State.Publication!.Edition
                ? newest
                : null,
            cycle.State.EditionAtWork is not null
        );
}
