namespace ProgramReview.Functions.Narrative;

/// <summary>Words that stand together in a paragraph that changed.</summary>
/// <param name="Change">What became of them.</param>
/// <param name="Text">The words, as they are written.</param>
public sealed record TextPiece(PieceChange Change, string Text);
