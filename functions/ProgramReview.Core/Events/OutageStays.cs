namespace ProgramReview.Core.Events;

/// <summary>How many deadlines an outage did not move for one reason.</summary>
/// <param name="Why">The reason.</param>
/// <param name="Count">How many.</param>
public sealed record OutageStays(OutageStay Why, int Count);
