using DocumentFormat.OpenXml.Spreadsheet;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Forms;

namespace ProgramReview.Functions.Rendering.Sheets;

/// <summary>Rows of the dossier's sheets.</summary>
internal static class SheetRows
{
    /// <summary>The names of columns.</summary>
    public static Cell[] Head(DossierContent content, params IEnumerable<string> keys) =>
        [.. keys.Select(key => SheetCells.Text(content.T(key), AnnexStyle.Head))];

    /// <summary>Texts, numbers and formulas.</summary>
    public static Cell[] Of(params IEnumerable<object?> values) =>
        [.. values.Select(FigureSheet.CellOf)];

    /// <summary>A line without columns.</summary>
    public static Cell[] Line(string text, uint style = AnnexStyle.Note) =>
        [SheetCells.Text(text, style)];

    /// <summary>The body and the report of an assignment.</summary>
    public static IEnumerable<object?> Names(DossierContent content, AssignmentId assignment) =>
        [
            content.Plan.Body(assignment.Body).Name.In(content.Language),
            content.Plan.ReportType(assignment.ReportType).Brief.In(content.Language),
        ];
}
