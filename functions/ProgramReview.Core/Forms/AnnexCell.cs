using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Forms;

/// <summary>
/// A cell of the annex as a typed value: what a plan says is a text or a number, and whoever writes the file cannot take one for the other, nor for
/// a formula.
/// </summary>
public abstract record AnnexCell
{
    private AnnexCell() { }

    /// <summary>Nothing.</summary>
    public sealed record Blank : AnnexCell;

    /// <summary>The number of the row.</summary>
    /// <param name="Number">From 1.</param>
    public sealed record Ordinal(int Number) : AnnexCell;

    /// <summary>A text of the plan.</summary>
    /// <param name="Text">The text.</param>
    public sealed record Words(LocalizedText Text) : AnnexCell;

    /// <summary>From when on values count.</summary>
    /// <param name="FromStart">Whether from the start of the programme; otherwise from that of the period.</param>
    public sealed record Span(bool FromStart) : AnnexCell;

    /// <summary>A value that is known.</summary>
    /// <param name="Value">The value.</param>
    /// <param name="Decimals">With how many decimals it is shown.</param>
    public sealed record Figure(decimal Value, int Decimals) : AnnexCell;

    /// <summary>Where the body writes a value.</summary>
    /// <param name="Indicator">What it is a value of.</param>
    public sealed record ValueEntry(Indicator Indicator) : AnnexCell;

    /// <summary>Where the body puts a mark, or none.</summary>
    public sealed record MarkEntry : AnnexCell;

    /// <summary>Where the body says why a value is missing.</summary>
    public sealed record ReasonEntry : AnnexCell;

    /// <summary>Where the body writes what it likes.</summary>
    public sealed record TextEntry : AnnexCell;
}
