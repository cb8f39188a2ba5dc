using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ProgramReview.Functions.Forms;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ProgramReview.Local.Rehearsal.People.Forms;

/// <summary>Fills in the product's forms as a person with an office program would; the same answers give the same bytes.</summary>
internal static partial class FormFiller
{
    private const char Blank = '…';

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

    /// <summary>An outline with its head, its sections and its foot written.</summary>
    /// <param name="form">The form as it was fetched.</param>
    /// <param name="issuer">The letters of the body in the document's number.</param>
    /// <param name="entry">What becomes of a section, by its number from 0.</param>
    public static byte[] Outline(
        ReadOnlyMemory<byte> form,
        string issuer,
        Func<int, OutlineEntry> entry
    ) =>
        FormPackage.Of(stream =>
        {
            stream.Write(form.Span);
            using var package = WordprocessingDocument.Open(stream, isEditable: true);
            var body = package.MainDocumentPart!.Document!.Body!;
            var tables = body.Elements<W.Table>().ToList();
            Write(
                tables[0],
                [
                    hint => Filled(hint, Place.Mark(Place.Number), issuer),
                    hint =>
                        Town()
                            .Replace(
                                Filled(
                                    hint,
                                    Place.Mark(Place.Day),
                                    Place.Mark(Place.Month),
                                    Place.Mark(Place.Year)
                                ),
                                "Hà Nội"
                            ),
                ]
            );
            Write(tables[^1], [_ => "- Ban Chỉ đạo (để báo cáo);", _ => "Nguyễn Văn An"]);
            var paragraphs = body.Elements<W.Paragraph>().ToList();
            var headings = paragraphs
                .Where(one => one.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Heading1")
                .ToList();
            foreach (
                var how in paragraphs
                    .TakeWhile(one => one != headings[0])
                    .Where(one => one.Elements<W.SdtRun>().Any())
            )
            {
                how.Remove();
            }
            foreach (var (number, heading) in headings.Index())
            {
                Write(heading, entry(number));
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
        else
        {
            cell.CellValue = new CellValue(
                entry switch
                {
                    AnnexEntry.Number(var value) => value.ToString(CultureInfo.InvariantCulture),
                    AnnexEntry.Own(var place) => Place.Mark(place),
                    _ => throw new ArgumentOutOfRangeException(
                        nameof(entry),
                        entry,
                        "Unknown entry."
                    ),
                }
            );
        }
    }

    // A hint is gone with the first letter that is written in its place.
    private static void Write(W.Table table, IReadOnlyList<Func<string, string>> written)
    {
        foreach (var (hint, write) in table.Descendants<W.SdtRun>().ToList().Zip(written))
        {
            hint.InsertBeforeSelf(new W.Run(new W.Text(write(hint.InnerText))));
            hint.Remove();
        }
    }

    private static string Filled(string hint, params IReadOnlyList<string> blanks) =>
        string.Concat(
            hint.Split(Blank).Select((piece, i) => i < blanks.Count ? $"{piece}{blanks[i]}" : piece)
        );

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

    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Town();
}
