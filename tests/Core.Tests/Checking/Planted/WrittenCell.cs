using System.Globalization;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Core.Tests.Checking.Planted;

/// <summary>What somebody put into a cell.</summary>
internal sealed record WrittenCell(SheetCellKind Kind, string Written)
{
    public decimal? Number { get; init; }

    public string? Format { get; init; }

    public bool IsFormula { get; init; }

    public bool IsMerged { get; init; }

    public bool IsHidden { get; init; }

    public static WrittenCell Of(decimal number) =>
        new(SheetCellKind.Number, number.ToString(CultureInfo.InvariantCulture))
        {
            Number = number,
        };

    public static WrittenCell Of(string text) => new(SheetCellKind.Text, text);

    public SheetCell At(int row, int column) =>
        new(row, column, Kind, Written)
        {
            Number = Number,
            Format = Format,
            IsFormula = IsFormula,
            IsMerged = IsMerged,
            IsHidden = IsHidden,
        };
}
