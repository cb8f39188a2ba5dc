using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ProgramReview.Core.Forms;
using ProgramReview.Core.Planning;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Forms;

/// <summary>Writes the form of a report's figures as an Excel workbook in one language: a sheet to fill in, and one that nobody sees.</summary>
internal static class AnnexWriter
{
    /// <summary>Which form it is, and the version of its layout.</summary>
    public const string Form = "annex/1";

    private const string MainType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private const string VisibleId = "visible";
    private const string HiddenId = "hidden";

    /// <summary>The whole file.</summary>
    public static byte[] Write(AnnexForm form, Language language) =>
        FormPackage.Of(stream =>
        {
            using var package = SpreadsheetDocument.Create(
                stream,
                SpreadsheetDocumentType.Workbook
            );
            var name = Text.Get(language, "form.annex.name");
            var book = package.AddNewPart<WorkbookPart>(MainType, "workbook");
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = AnnexStyles.Sheet();
            book.AddNewPart<WorksheetPart>(VisibleId).Worksheet = AnnexSheet.Of(form, language);
            book.AddNewPart<WorksheetPart>(HiddenId).Worksheet = AnnexIdSheet.Of(form);
            book.Workbook = new Workbook(
                new WorkbookProtection { LockStructure = true },
                new Sheets(
                    new Sheet
                    {
                        Name = name,
                        SheetId = 1,
                        Id = VisibleId,
                    },
                    new Sheet
                    {
                        Name = AnnexIdSheet.Name,
                        SheetId = 2,
                        Id = HiddenId,
                        State = SheetStateValues.VeryHidden,
                    }
                ),
                new DefinedNames(
                    new DefinedName($"'{name}'!${AnnexSheet.GroupRow}:${AnnexSheet.HeadRow}")
                    {
                        // Printed again on every page.
                        Name = "_xlnm.Print_Titles",
                        LocalSheetId = 0,
                    }
                )
            );
            FormProperties.Add(
                package,
                $"{name}: {FormText.Clean(form.Title.In(language))}",
                language,
                new Dictionary<string, string>
                {
                    [FormProperties.Form] = Form,
                    [FormProperties.Assignment] = form.Assignment.ToString(),
                    [FormProperties.Annex] = form.Hash,
                }
            );
        });
}
