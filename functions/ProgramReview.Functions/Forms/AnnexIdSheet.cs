using DocumentFormat.OpenXml.Spreadsheet;
using ProgramReview.Core.Forms;

namespace ProgramReview.Functions.Forms;

/// <summary>
/// The sheet that nobody sees and no menu shows: which form it is, for whom, made from which annex definition, and the rows and columns that it had.
/// Each line is a word and what it names.
/// </summary>
internal static class AnnexIdSheet
{
    /// <summary>The sheet's name.</summary>
    public const string Name = "ids";

    /// <summary>The sheet.</summary>
    public static Worksheet Of(AnnexForm form) =>
        new(new SheetData(Lines(form).Select((line, i) => Line(line.Word, line.Named, i + 1))));

    private static IEnumerable<(string Word, string Named)> Lines(AnnexForm form) =>
        [
            ("form", AnnexWriter.Form),
            ("assignment", form.Assignment.ToString()),
            ("annex", form.Hash),
            .. form.Rows.Select(row => ("row", row.Indicator)),
            .. form.Columns.Select(column => ("column", column.Code)),
        ];

    private static Row Line(string word, string named, int number) =>
        SheetCells.Row(
            number,
            [SheetCells.Text(word, AnnexStyle.Plain), SheetCells.Text(named, AnnexStyle.Plain)]
        );
}
