namespace ProgramReview.Core.Events;

/// <summary>How many assignments stand alike.</summary>
/// <param name="Standing">How.</param>
/// <param name="Count">How many.</param>
public sealed record StandingCount(Standing Standing, int Count);
