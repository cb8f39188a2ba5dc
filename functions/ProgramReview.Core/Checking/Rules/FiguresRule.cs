using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>A check of the data annex of a body that is asked for figures.</summary>
internal abstract class FiguresRule(string code) : ContentRule(code)
{
    // Quotes are short: what is stored for ever holds no contents.
    private const int LongestQuote = 60;

    /// <inheritdoc/>
    public override bool AppliesTo(CheckScope scope) =>
        scope.Part.Kind == PartKind.Annex && AppliesTo(scope.Annex);

    /// <inheritdoc/>
    public sealed override IEnumerable<Finding> Check(ReadFile file) =>
        file.Figures is { } figures ? Check(file, figures) : [];

    /// <summary>Whether the annex asks for anything that the rule looks at.</summary>
    protected virtual bool AppliesTo(AnnexDefinition asked) => asked.Rows.Count > 0;

    /// <summary>What it has to say of the figures.</summary>
    protected abstract IEnumerable<Finding> Check(ReadFile file, AnnexReading figures);

    /// <summary>Where a value stands.</summary>
    protected static FindingPlace PlaceOf(AnnexReading figures, AnnexValue value) =>
        new()
        {
            Sheet = figures.Sheet,
            Cell = value.Cell,
            Indicator = value.Indicator.Code,
            Period = value.Period.Code,
        };

    /// <summary>Where a column of values begins.</summary>
    protected static FindingPlace PlaceOf(AnnexReading figures, AnnexValueColumn column) =>
        new()
        {
            Sheet = figures.Sheet,
            Cell = column.Heading,
            Period = column.Period.Code,
        };

    /// <summary>What is written in a cell, as it may be quoted.</summary>
    protected static string Short(string written) =>
        written.Length <= LongestQuote ? written : $"{written[..LongestQuote]}…";
}
