using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Forms.Flow;

/// <summary>Writes the blocks of a document as Word's own elements.</summary>
/// <param name="writer">Stands in the root of the document's part.</param>
/// <param name="language">The document's language.</param>
internal sealed class DocxBody(XmlWriter writer, Language language)
{
    // A row with more letters may go over the end of a page.
    private const int LongRow = 1_000;

    private IReadOnlyList<FlowColumn> columns = [];
    private bool isLandscape;
    private bool isTurned;
    private int notes;
    private int chapters;

    private int Width => isLandscape ? OutlinePage.LongWidth : OutlinePage.Width;

    /// <summary>Begins the text.</summary>
    public void Begin() => writer.WriteStartElement("w", "body", DocxFlow.Main);

    /// <summary>Ends the text.</summary>
    public void End()
    {
        Write(OutlinePage.Of(isLandscape, !isTurned));
        writer.WriteEndElement();
    }

    /// <summary>Writes a block.</summary>
    public void Write(FlowBlock block)
    {
        switch (block)
        {
            case FlowBlock.Head head:
                Write(OutlineHead.Of(head, language));
                break;
            case FlowBlock.Title title:
                Write(Text(OutlineStyles.Title, title.Kind));
                foreach (var subject in title.Subjects.SkipLast(1))
                {
                    Write(Text(OutlineStyles.Subtitle, subject));
                }
                Write(Text(OutlineStyles.Subject, title.Subjects[^1]));
                break;
            case FlowBlock.Contents contents:
                foreach (var line in DocxContents.Of(contents))
                {
                    Write(line);
                }
                break;
            case FlowBlock.Heading heading:
                Write(Heading(heading));
                break;
            case FlowBlock.Line line:
                Write(Text(StyleOf(line.Look), line.Text, line.Note));
                break;
            case FlowBlock.TableStart table:
                Begin(table.Columns);
                break;
            case FlowBlock.TableRow row:
                Write(Row(row));
                break;
            case FlowBlock.TableEnd:
                writer.WriteEndElement();
                // Two tables side by side would become one.
                Write(Text(DocxStyles.Remark, ""));
                break;
            case FlowBlock.Turn turn:
                // It ends what stands before it.
                Write(
                    new Paragraph(new ParagraphProperties(OutlinePage.Of(isLandscape, !isTurned)))
                );
                (isLandscape, isTurned) = (turn.IsLandscape, true);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, "Unknown block.");
        }
    }

    private void Write(OpenXmlElement element) => element.WriteTo(writer);

    private Paragraph Heading(FlowBlock.Heading heading)
    {
        var run = Word.Run(FlowBlock.Clean(heading.Text));
        return heading.Level switch
        {
            1 => Word.Paragraph(OutlineStyles.Heading, DocxContents.Marked(run, ++chapters)),
            2 => Word.Paragraph(DocxStyles.Heading2, run),
            _ => Word.Paragraph(DocxStyles.Heading3, run),
        };
    }

    private Paragraph Text(string style, string text, string? note = null)
    {
        var paragraph = Word.Paragraph(style, Word.Run(FlowBlock.Clean(text)));
        if (note is not null)
        {
            paragraph.Append(DocxNotes.Reference(++notes));
        }
        return paragraph;
    }

    private void Begin(IReadOnlyList<FlowColumn> begun)
    {
        columns = begun;
        var widths = FlowColumn.Widths(columns, Width);
        writer.WriteStartElement("w", "tbl", DocxFlow.Main);
        Write(DocxStyles.TableLooks(Width));
        Write(new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));
        Write(
            new TableRow([
                new TableRowProperties(new CantSplit(), new TableHeader()),
                .. columns.Select(
                    (column, i) =>
                        Cell(
                            widths[i],
                            [
                                Text(
                                    column.IsNumber
                                        ? DocxStyles.CellHeadNumber
                                        : DocxStyles.CellHead,
                                    column.Title
                                ),
                            ]
                        )
                ),
            ])
        );
    }

    private TableRow Row(FlowBlock.TableRow row)
    {
        var properties = new TableRowProperties();
        if (row.Cells.Max(cell => cell.Length) < LongRow)
        {
            properties.Append(new CantSplit());
        }
        var widths = FlowColumn.Widths(columns, Width);
        return new TableRow([
            properties,
            .. row.Cells is [var alone] && columns.Count > 1
                ? [Across(Text(DocxStyles.CellHead, alone, row.Note))]
                : row.Cells.Select(
                    (cell, i) =>
                        Cell(
                            widths[i],
                            Texts(
                                columns[i].IsNumber ? DocxStyles.CellNumber : DocxStyles.Cell,
                                cell,
                                i == 0 ? row.Note : null
                            )
                        )
                ),
        ]);
    }

    private IEnumerable<Paragraph> Texts(string style, string text, string? note)
    {
        var lines = text.Split('\n');
        return lines.Select((line, i) => Text(style, line, i == lines.Length - 1 ? note : null));
    }

    private static TableCell Cell(int width, IEnumerable<Paragraph> lines) =>
        new([
            new TableCellProperties(
                new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }
            ),
            .. lines,
        ]);

    private TableCell Across(Paragraph line) =>
        new(
            new TableCellProperties(
                new TableCellWidth { Width = $"{Width}", Type = TableWidthUnitValues.Dxa },
                new GridSpan { Val = columns.Count }
            ),
            line
        );

    private static string StyleOf(FlowLook look) =>
        look switch
        {
            FlowLook.Prose => OutlineStyles.Prose,
            FlowLook.Inner => DocxStyles.Inner,
            FlowLook.Remark => DocxStyles.Remark,
            _ => throw new ArgumentOutOfRangeException(nameof(look), look, "Unknown look."),
        };
}
