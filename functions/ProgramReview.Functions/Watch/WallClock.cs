namespace ProgramReview.Functions.Watch;

/// <summary>The clock of whoever collects telemetry; on a local host the product's own may run faster.</summary>
/// <param name="Time">The clock.</param>
internal sealed record WallClock(TimeProvider Time);
