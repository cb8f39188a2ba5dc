using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ProgramReview.Functions.Forms;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ProgramReview.Local.Rehearsal.People.Forms;

/// <summary>Fills in the product's forms as a person with an office program would; the same answers give the same bytes.</summary>
public static partial class FormFiller
{
    /// <summary>An annex with its cells written, found by the hidden codes of rows and columns.</summary>
    /// <param name="form">The form as it was fetched.</param>
    /// <param name="entry">What goes into the cell of an indicator and a column, or null for nothing.</param>
    public static byte[] Annex(
        ReadOnlyMemory<byte> form,
        Func<string, string, AnnexEntry?> entry
    ) =>
        FormPackage.Of(stream =>
        {
            stream.Write(form.Span);
            using var package = SpreadsheetDocument.Open(stream, isEditable: true);
            var book = package.WorkbookPart!;
            var visible = book.Workbook!.Descendants<Sheet>().First(sheet => sheet.State is null);
            var sheet = ((WorksheetPart)book.GetPartById(visible.Id!.Value!)).Worksheet!;
            var rows = sheet.Descendants<Row>().ToList();
            var columns = rows[0]
                .Elements<Cell>()
                .Where(cell => cell.InlineString is not null)
                .ToDictionary(cell => LettersOf(cell), cell => cell.InlineString!.InnerText);
            foreach (var row in rows.Skip(1))
            {
                if (row.Elements<Cell>().First().InlineString?.InnerText is not { } indicator)
                {
                    continue;
                }
                foreach (var cell in row.Elements<Cell>())
                {
                    if (
                        columns.TryGetValue(LettersOf(cell), out var column)
                        && entry(indicator, column) is { } written
                    )
                    {
                        Write(cell, written);
                    }
                }
            }
        });

    /// <summary>An outline with its sections written, found by the codes of their headings.</summary>
    /// <param name="form">The form as it was fetched.</param>
    /// <param name="entry">What becomes of a section.</param>
    public static byte[] Outline(ReadOnlyMemory<byte> form, Func<string, OutlineEntry> entry) =>
        FormPackage.Of(stream =>
        {
            stream.Write(form.Span);
            using var package = WordprocessingDocument.Open(stream, isEditable: true);
            var headings = package
                .MainDocumentPart!.Document!.Body!.Descendants<W.Tag>()
                .Select(tag =>
                    (Code: tag.Val!.Value!, Heading: tag.Ancestors<W.Paragraph>().First())
                )
                .ToList();
            foreach (var (code, heading) in headings)
            {
                Write(heading, entry(code));
            }
        });

    private static string LettersOf(Cell cell) => Digits().Replace(cell.CellReference!.Value!, "");

    private static void Write(Cell cell, AnnexEntry entry)
    {
        if (entry is AnnexEntry.Words(var text))
        {
            cell.DataType = CellValues.InlineString;
            cell.InlineString = new InlineString(new Text(text));
        }
        else if (entry is AnnexEntry.Number(var value))
        {
            cell.CellValue = new CellValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void Write(W.Paragraph heading, OutlineEntry entry)
    {
        var hint = heading.NextSibling<W.Paragraph>()!;
        if (entry is OutlineEntry.Dropped)
        {
            hint.Remove();
            heading.Remove();
        }
        else if (entry is OutlineEntry.Written(var paragraphs, var other))
        {
            foreach (var text in paragraphs)
            {
                hint.InsertBeforeSelf(
                    new W.Paragraph(
                        (W.ParagraphProperties)hint.ParagraphProperties!.CloneNode(deep: true),
                        new W.Run(new W.Text(text))
                    )
                );
            }
            hint.Remove();
            if (other is not null)
            {
                heading.Descendants<W.Text>().First().Text = other;
            }
        }
    }

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
