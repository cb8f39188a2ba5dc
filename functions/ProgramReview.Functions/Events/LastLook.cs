namespace ProgramReview.Functions.Events;

/// <summary>What is on file about the regular look at all cycles; whichever instance looks next goes on from it.</summary>
/// <param name="SucceededAt">When one last succeeded, or null if none ever did.</param>
/// <param name="IsUnfinished">Whether one has begun since and not succeeded.</param>
public sealed record LastLook(DateTimeOffset? SucceededAt, bool IsUnfinished);
