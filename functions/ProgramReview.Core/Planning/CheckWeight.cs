using ProgramReview.Core.Events;

namespace ProgramReview.Core.Planning;

/// <summary>What a plan makes of a check.</summary>
/// <param name="Code">The check's code.</param>
/// <param name="Severity">How much its findings weigh; null: it is not made.</param>
public sealed record CheckWeight(string Code, Severity? Severity);
