namespace ProgramReview.Core.Figures;

/// <summary>What an annex says for one indicator and period, in whatever file and form it was read.</summary>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="Period">The period's code.</param>
/// <param name="Value">The value with as many decimals as were written; null if there is none, which is never zero.</param>
/// <param name="Cell">Where it stands, for example <c>F7</c>.</param>
public sealed record ReportedValue(string Indicator, string Period, decimal? Value, string? Cell)
{
    /// <summary>Why there is no value, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it is marked as preliminary.</summary>
    public bool IsPreliminary { get; init; }

    /// <summary>Whether something was asked about it that nobody mended or explained.</summary>
    public bool IsUnexplained { get; init; }
}
