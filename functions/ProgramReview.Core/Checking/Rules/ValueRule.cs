using System.Globalization;
using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>A check of each value of the annex.</summary>
internal abstract class ValueRule(string code) : FiguresRule(code)
{
    /// <inheritdoc/>
    protected sealed override bool AppliesTo(AnnexDefinition asked) =>
        asked.Rows.Any(row => AppliesTo(row.Indicator)) && asked.Periods.Count > 0;

    /// <summary>Whether the rule looks at values of an indicator at all.</summary>
    protected virtual bool AppliesTo(Indicator indicator) => true;

    /// <inheritdoc/>
    protected sealed override IEnumerable<Finding> Check(ReadFile file, AnnexReading figures) =>
        figures
            .Values.Where(value => AppliesTo(value.Indicator))
            .SelectMany(value =>
                Arguments(value, figures, file.Scope) is { } arguments
                    ? [Found(PlaceOf(figures, value), [.. arguments])]
                    : Enumerable.Empty<Finding>()
            );

    /// <summary>What its finding says of a value; null if all is well with it.</summary>
    protected abstract IReadOnlyList<string>? Arguments(
        AnnexValue value,
        AnnexReading figures,
        CheckScope scope
    );

    /// <summary>What is written in its cell, as it may be quoted.</summary>
    protected static string Quote(AnnexValue value) => Short(value.Written);

    /// <summary>A number as an argument; empty for none.</summary>
    protected static string Plain(decimal? number) =>
        number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
