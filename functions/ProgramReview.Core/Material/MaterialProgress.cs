namespace ProgramReview.Core.Material;

/// <summary>How far the making of material has come.</summary>
/// <param name="Pieces">The hashes of the pieces that are made, in the order of the plan.</param>
/// <param name="Reports">How many reports are in them.</param>
public sealed record MaterialProgress(IReadOnlyList<string> Pieces, int Reports)
{
    /// <summary>Nothing has been made yet.</summary>
    public static readonly MaterialProgress Start = new([], 0);

    /// <summary>With one more piece.</summary>
    /// <param name="hash">Its hash.</param>
    /// <param name="reports">How many reports are in it.</param>
    public MaterialProgress With(string hash, int reports) =>
        new([.. Pieces, hash], Reports + reports);
}
