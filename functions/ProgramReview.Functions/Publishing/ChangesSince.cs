namespace ProgramReview.Functions.Publishing;

/// <summary>What changed since the dossier that a reader has read before.</summary>
/// <param name="Title">Since which edition or round, in words.</param>
/// <param name="Lines">A sentence for each change.</param>
public sealed record ChangesSince(string Title, IReadOnlyList<string> Lines);
