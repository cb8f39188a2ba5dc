namespace ProgramReview.Core.Checking.Text;

/// <summary>A number as somebody wrote it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The number; where it is ambiguous, what it is with a separator of thousands.</param>
/// <param name="Other">Where it is ambiguous, what it is with a separator of decimals.</param>
/// <param name="IsPreliminary">Whether it says that it is preliminary.</param>
internal sealed record WrittenNumber(
    WrittenKind Kind,
    decimal? Value = null,
    decimal? Other = null,
    bool IsPreliminary = false
);
