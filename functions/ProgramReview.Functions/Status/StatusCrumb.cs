namespace ProgramReview.Functions.Status;

/// <summary>A part of the cycle above the one that is shown.</summary>
/// <param name="Name">Its name; null for the whole.</param>
/// <param name="Path">Its page.</param>
public sealed record StatusCrumb(string? Name, string Path);
