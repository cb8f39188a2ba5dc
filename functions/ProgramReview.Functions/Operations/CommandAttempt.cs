using ProgramReview.Core.Operations;

namespace ProgramReview.Functions.Operations;

/// <summary>A command that was refused, as it was filled in.</summary>
/// <param name="Kind">Which, or null for a record on behalf of the body.</param>
/// <param name="Draft">What was filled in.</param>
/// <param name="Why">Why it was refused.</param>
public sealed record CommandAttempt(CommandKind? Kind, CommandDraft Draft, Refusal Why);
