namespace ProgramReview.Local.Rehearsal.Reporting;

/// <summary>A timer that a process set.</summary>
/// <param name="Instance">The durable instance.</param>
/// <param name="Due">When it fires unless something happens before.</param>
public sealed record SetTimer(string Instance, DateTimeOffset Due);
