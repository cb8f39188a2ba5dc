namespace ProgramReview.Core.Events;

/// <summary>How many reports came on a day.</summary>
/// <param name="Day">The day, in the plan's zone.</param>
/// <param name="Count">How many.</param>
public sealed record DayCount(DateOnly Day, int Count);
