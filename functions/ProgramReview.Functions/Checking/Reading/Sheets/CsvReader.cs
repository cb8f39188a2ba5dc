using System.Buffers;
using System.Globalization;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading.Sheets;

/// <summary>Reads a csv as one sheet.</summary>
internal static class CsvReader
{
    private const int MostDigits = 15;
    private static readonly SearchValues<char> Signs = SearchValues.Create("0123456789.,");

    /// <summary>All that rules ask of it.</summary>
    public static ContentFacts Read(FileBytes file, ReadingBudget budget)
    {
        var text =
            CsvText.Of(file.Read(0, (int)Math.Min(file.Length, int.MaxValue)))
            ?? throw new InvalidDataException("It holds what no text does.");
        var fonts = new FontTally();
        var cells = new CellsRead(budget, fonts);
        var rows = CsvRows.Of(text[CsvShape.Start(text)..], CsvShape.DelimiterOf(text) ?? ';');
        foreach (var (row, column, written) in rows)
        {
            budget.Step();
            if (!string.IsNullOrWhiteSpace(written))
            {
                cells.Add(Cell(row, column, written), null);
            }
        }
        return new ContentFacts
        {
            Reader = IContentReader.Version,
            Annex = new AnnexFacts([cells.ToSheet("", isHidden: false)], fonts.Uses),
        };
    }

    // All is text there; what can only be one number is one. The sign before three figures may be either, so a person is asked.
    private static SheetCell Cell(int row, int column, string written)
    {
        var text = written.AsSpan().Trim();
        var digits = text.TrimStart('-');
        var sign = digits.IndexOfAny('.', ',');
        var isNumber =
            text.Length - digits.Length <= 1
            && digits.Length is > 0 and <= MostDigits
            && char.IsAsciiDigit(digits[0])
            && char.IsAsciiDigit(digits[^1])
            && digits.IndexOfAnyExcept(Signs) < 0
            && digits.LastIndexOfAny('.', ',') == sign
            && (sign < 0 || digits.Length - sign - 1 != 3)
            && (digits[0] != '0' || digits.Length == 1 || sign == 1);
        return isNumber
            ? new SheetCell(row, column, SheetCellKind.Number, written)
            {
                Number = decimal.Parse(
                    text.ToString().Replace(',', '.'),
                    NumberStyles.Number,
                    CultureInfo.InvariantCulture
                ),
            }
            : new SheetCell(row, column, SheetCellKind.Text, written);
    }
}
