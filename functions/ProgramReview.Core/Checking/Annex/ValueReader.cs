using System.Text.RegularExpressions;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Checking.Text;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Annex;

/// <summary>Reads what stands in cells of values.</summary>
/// <param name="decimalSign">What stands before decimals wherever that is sure in this sheet; null where nothing is.</param>
internal sealed partial class ValueReader(char? decimalSign)
{
    private const string PercentSign = "%";

    /// <summary>A reader for a sheet: how its numbers are written is learnt from those that can be read in one way only.</summary>
    public static ValueReader For(IEnumerable<string> texts)
    {
        var signs = texts
            .Select(text =>
                CommaBeforeDecimals.IsMatch(text) ? ','
                : PointBeforeDecimals.IsMatch(text) ? '.'
                : (char?)null
            )
            .OfType<char>()
            .Distinct()
            .ToList();
        return new ValueReader(signs is [var only] ? only : null);
    }

    /// <summary>What a cell holds.</summary>
    /// <param name="value">What was asked, with its address.</param>
    /// <param name="cell">The cell; null if it holds nothing.</param>
    public AnnexValue Read(AnnexValue value, SheetCell? cell)
    {
        if (cell is null)
        {
            return value;
        }
        var read = value with
        {
            Written = cell.Written,
            IsMerged = cell.IsMerged,
            IsHidden = cell.IsHidden,
        };
        return cell.Kind switch
        {
            SheetCellKind.Number
                when cell.Number
                    is > -NumberReading.TooLarge
                        and < NumberReading.TooLarge
                        and { } number => read with
            {
                State = AnnexValueState.Given,
                Number = IsShareOfOne(cell, value.Indicator) ? number * 100 : number,
            },
            SheetCellKind.Text => Text(read, cell.Written),
            SheetCellKind.Date => read with { State = AnnexValueState.Date },
            SheetCellKind.Error => read with { State = AnnexValueState.Error },
            SheetCellKind.NotComputed => read with { State = AnnexValueState.NotComputed },
            _ => read with { State = AnnexValueState.NotANumber },
        };
    }

    // A cell that is shown as 97.5% holds 0.975.
    private static bool IsShareOfOne(SheetCell cell, Indicator indicator) =>
        cell.Format?.Contains(PercentSign, StringComparison.Ordinal) == true
        && (indicator.Kind == IndicatorKind.Percent || RowFinder.IsUnitOf(PercentSign, indicator));

    private AnnexValue Text(AnnexValue read, string written)
    {
        var unit = read.Indicator.Unit;
        var number = NumberReading.Read(written, unit.Vi, unit.En, unit.Hi);
        var value =
            number.Kind == WrittenKind.Ambiguous
                ? Decide(number, written, read.Indicator)
                : number.Value;
        return read with
        {
            IsText = true,
            IsPreliminary = number.IsPreliminary,
            Number = number.Kind is WrittenKind.Number or WrittenKind.Ambiguous ? value : null,
            State = number.Kind switch
            {
                WrittenKind.Missing => AnnexValueState.Missing,
                WrittenKind.Words => AnnexValueState.NotANumber,
                _ when value is null => AnnexValueState.Ambiguous,
                _ => AnnexValueState.Given,
            },
        };
    }

    // Only what excludes one of the two readings decides: what can be, and how the sheet writes decimals.
    private decimal? Decide(WrittenNumber number, string written, Indicator indicator)
    {
        if (indicator.Decimals == 0)
        {
            return number.Value;
        }
        var canBe = new[] { number.Value, number.Other }
            .Where(one => !(one < indicator.Min) && !(one > indicator.Max))
            .ToList();
        return canBe is [var only] ? only
            : decimalSign is not { } sign ? null
            : written.Contains(sign) ? number.Other
            : number.Value;
    }

    [GeneratedRegex(
        @"[0-9],(?:[0-9]{1,2}|[0-9]{4,})(?:[^0-9.,]|$)|\.[0-9]{3},[0-9]|^[0-9]{1,3}(?:\.[0-9]{3}){2,}$"
    )]
    private static partial Regex CommaBeforeDecimals { get; }

    [GeneratedRegex(
        @"[0-9]\.(?:[0-9]{1,2}|[0-9]{4,})(?:[^0-9.,]|$)|,[0-9]{3}\.[0-9]|^[0-9]{1,3}(?:,[0-9]{3}){2,}$"
    )]
    private static partial Regex PointBeforeDecimals { get; }
}
