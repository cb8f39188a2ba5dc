namespace ProgramReview.Functions.Durable;

/// <summary>
/// The clock on the wall: how long work and telemetry really take. On a local host the product's own may be set and run faster; where time is virtual
/// altogether, they are one.
/// </summary>
/// <param name="Time">The clock.</param>
public sealed record WallClock(TimeProvider Time);
