using ProgramReview.Core.Deadlines;

namespace ProgramReview.Core.Events;

/// <summary>Why something was not done: the one shape of "no" for rules, pages and programs.</summary>
/// <param name="Kind">Decides the HTTP status.</param>
/// <param name="Code">Stable; names the text in each language.</param>
/// <param name="At">The instant in force that stands in the way, or null.</param>
/// <param name="By">Who had decided before, or what else stands in the way; or null.</param>
/// <param name="Field">The field that it is about, or null.</param>
public sealed record Refusal(
    RefusalKind Kind,
    string Code,
    Deadline? At = null,
    string? By = null,
    string? Field = null
)
{
    /// <summary>What was sent is not what is taken here.</summary>
    public static Refusal Malformed(string code, string? field = null) =>
        new(RefusalKind.Malformed, code, Field: field);

    /// <summary>A field lacks something or says what cannot be.</summary>
    public static Refusal Unfit(string code, string? field = null) =>
        new(RefusalKind.Unfit, code, Field: field);

    /// <summary>What is on record stands in the way.</summary>
    public static Refusal Conflict(string code, Deadline? at = null, string? by = null) =>
        new(RefusalKind.Conflict, code, at, by);
}
