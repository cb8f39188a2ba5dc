namespace ProgramReview.Core.Checking.Reading;

/// <summary>What a file made from one of our forms says of that form.</summary>
/// <param name="Form">Which form, with its version, as it was written there.</param>
/// <param name="Assignment">The assignment it was made for, or null.</param>
/// <param name="Definition">The hash of the annex definition it was made from, or null.</param>
public sealed record FormMark(string? Form, string? Assignment, string? Definition);
