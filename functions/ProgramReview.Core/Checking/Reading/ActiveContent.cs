namespace ProgramReview.Core.Checking.Reading;

/// <summary>Something in a file that acts by itself or brings another file along.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Where in the file: the name of a part or object, cut at 100 letters.</param>
public sealed record ActiveContent(ActiveContentKind Kind, string Place);
