namespace ProgramReview.Core.Events;

/// <summary>What a check says of a submission.</summary>
/// <param name="Code">Stable; names the text in each language, for example <c>file-empty</c>.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Arguments">What the text fills in, in order; plain values, never contents.</param>
public sealed record Finding(string Code, Severity Severity, IReadOnlyList<string> Arguments);
