using ProgramReview.Core.Deadlines;

namespace ProgramReview.Core.Operations;

/// <summary>Why a command was not carried out: a stable code, and what the person could not know.</summary>
/// <param name="Code">Stable; names the text in each language.</param>
/// <param name="At">The instant in force that stands in the way, or null.</param>
/// <param name="By">Who had decided before, or null.</param>
public sealed record Refusal(string Code, Deadline? At = null, string? By = null);
