namespace ProgramReview.Core.Planning;

/// <summary>Days in a row that are off for everybody.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
/// <param name="Name">What it is called.</param>
public sealed record Holiday(DateOnly First, DateOnly Last, LocalizedText Name);
