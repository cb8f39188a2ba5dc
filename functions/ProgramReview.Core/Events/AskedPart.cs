namespace ProgramReview.Core.Events;

/// <summary>A part that can be sent in a window.</summary>
/// <param name="Code">The part's code.</param>
/// <param name="Required">
/// Whether the window waits for it. In the plan's own window these are the parts that the report is not accepted without; in a reopening
/// those that somebody asked for.
/// </param>
public sealed record AskedPart(string Code, bool Required);
