namespace ProgramReview.Functions.Publishing;

/// <summary>Something that holds up an approval round.</summary>
/// <param name="Title">What it is, in the reader's language.</param>
/// <param name="Detail">Further words as recorded, or null.</param>
/// <param name="At">Since when.</param>
public sealed record RoundConcern(string Title, string? Detail, DateTimeOffset At);
