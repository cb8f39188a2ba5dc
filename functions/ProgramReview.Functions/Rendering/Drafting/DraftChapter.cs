using ProgramReview.Functions.Forms.Flow;

namespace ProgramReview.Functions.Rendering.Drafting;

/// <summary>A chapter of a dossier.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What stands in it.</param>
internal sealed record DraftChapter(
    string Title,
    Func<CancellationToken, IAsyncEnumerable<FlowBlock>> Blocks
)
{
    /// <summary>Whether its pages lie on their sides, for wide tables.</summary>
    public bool IsLandscape { get; init; }
}
