using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading.Sheets;

/// <summary>Reads an xls of Excel 97 or later: the cells of all sheets, those that nobody sees included.</summary>
internal static class XlsReader
{
    /// <summary>All that rules ask of it.</summary>
    public static ContentFacts Read(FileBytes file, ReadingBudget budget)
    {
        var office = new OldOfficeFile(file);
        var bytes = office.Stream("Workbook", "Book");
        var book = new XlsBook(bytes, budget);
        var fonts = new FontTally();
        var sheets = new List<AnnexSheet>();
        foreach (var listed in book.Sheets.Where(sheet => sheet.Kind == Biff.CellSheet))
        {
            var cells = new CellsRead(budget, fonts);
            new XlsSheet(book, cells).Read(new BiffRecords(bytes, listed.Place, budget));
            sheets.Add(cells.ToSheet(listed.Name, listed.IsHidden));
        }
        return new ContentFacts
        {
            Reader = IContentReader.Version,
            Annex = new AnnexFacts(sheets, fonts.Uses),
            Active = Active.Listed([.. office.Active(), .. book.Active]),
            Form = office.Form(),
        };
    }
}
