using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ProgramReview.Core.Material;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Forms;
using ProgramReview.Functions.Web.Pages;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Material;

/// <summary>
/// Writes material as a Word document: a chapter for each section of the outline, the paragraphs as they were written, grouped by body, each with
/// a note that says where it stands. Sections that the plan lays beside each other follow as tables, and last the sources.
/// </summary>
internal static class MaterialDocument
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const int Half = OutlinePage.Width / 2;

    /// <summary>Writes it to whoever fetches it.</summary>
    public static async Task WriteAsync(
        MaterialContent content,
        Stream target,
        CancellationToken cancellation
    )
    {
        await using var zip = new ForwardZip(target, cancellation);
        foreach (var (name, part) in MaterialPackage.Of(content))
        {
            await zip.AddAsync(name, part);
        }
        await zip.AddAsync(
            "word/document.xml",
            (stream, goOn) =>
                WriteAsync(
                    stream,
                    "document",
                    goOn,
                    writer => BodyAsync(content, writer, cancellation)
                )
        );
        await zip.AddAsync(
            "word/footnotes.xml",
            (stream, goOn) =>
                WriteAsync(
                    stream,
                    "footnotes",
                    goOn,
                    writer => NotesAsync(content, writer, cancellation)
                )
        );
    }

    private static async Task WriteAsync(
        Stream stream,
        string root,
        Func<Task> goOn,
        Func<XmlWriter, IAsyncEnumerable<OpenXmlElement>> elements
    )
    {
        using var writer = XmlWriter.Create(
            stream,
            new XmlWriterSettings { Encoding = new UTF8Encoding(false), Async = false }
        );
        writer.WriteStartElement("w", root, Main);
        await foreach (var element in elements(writer))
        {
            element.WriteTo(writer);
            // What is written so far leaves the memory.
            writer.Flush();
            await goOn();
        }
        writer.WriteEndElement();
    }

    private static async IAsyncEnumerable<OpenXmlElement> BodyAsync(
        MaterialContent content,
        XmlWriter writer,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        writer.WriteStartElement("w", "body", Main);
        foreach (var element in Head(content))
        {
            yield return element;
        }
        var notes = 0;
        foreach (var (code, title) in content.Chapters)
        {
            var isEmpty = true;
            yield return Line(OutlineStyles.Heading, title);
            await foreach (var (report, section) in content.SaidAsync(code, cancellation))
            {
                isEmpty = false;
                yield return Line(MaterialStyles.Report, content.NameOf(report));
                foreach (var paragraph in section.Paragraphs)
                {
                    yield return Word.Paragraph(
                        paragraph.IsHeading ? MaterialStyles.Inner : OutlineStyles.Prose,
                        Word.Run(Clean(paragraph.Text)),
                        Mark(new FootnoteReference { Id = ++notes })
                    );
                }
                if (section.IsCut)
                {
                    yield return Line(MaterialStyles.Note, content.T("texts.cut"));
                }
            }
            if (isEmpty)
            {
                yield return Line(MaterialStyles.Note, content.T("material.nothing"));
            }
        }
        foreach (var section in content.Outline.Where(one => one.Beside is not null))
        {
            var other = content.Outline.FirstOrDefault(one => one.Code == section.Beside);
            if (other is null)
            {
                continue;
            }
            yield return Line(
                OutlineStyles.Heading,
                content.T(
                    "material.beside",
                    section.Title.In(content.Language),
                    other.Title.In(content.Language)
                )
            );
            await foreach (var table in BesideAsync(content, section, other, cancellation))
            {
                yield return table;
            }
        }
        await foreach (var element in MaterialFigures.OfAsync(content, cancellation))
        {
            yield return element;
        }
        yield return Line(OutlineStyles.Heading, content.T("material.sources"));
        await foreach (var (_, piece) in content.Pieces(cancellation))
        {
            foreach (var report in piece.Reports)
            {
                yield return Line(MaterialStyles.Note, Source(content, report));
            }
        }
        yield return OutlinePage.Of();
        writer.WriteEndElement();
    }

    private static IEnumerable<OpenXmlElement> Head(MaterialContent content)
    {
        var made = content.Order.Made!;
        yield return Line(OutlineStyles.Title, content.T("material.title"));
        yield return Line(
            OutlineStyles.Subject,
            content.Plan.Plan.Programme.Title.In(content.Language)
        );
        yield return Line(
            MaterialStyles.Note,
            content.T(
                "material.made",
                InstantText.Full(content.Reader, content.Order.MadeAt!.Value),
                Numbers.Show(content.Language, made.Reports),
                made.Manifest
            )
        );
        yield return Line(MaterialStyles.Note, content.T("material.nature"));
    }

    // The same order as in the chapters: a note's number is its place.
    private static async IAsyncEnumerable<OpenXmlElement> NotesAsync(
        MaterialContent content,
        XmlWriter writer,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        yield return new Footnote(
            Word.Paragraph(MaterialStyles.FootnoteText, new Run(new SeparatorMark()))
        )
        {
            Id = -1,
            Type = FootnoteEndnoteValues.Separator,
        };
        yield return new Footnote(
            Word.Paragraph(MaterialStyles.FootnoteText, new Run(new ContinuationSeparatorMark()))
        )
        {
            Id = 0,
            Type = FootnoteEndnoteValues.ContinuationSeparator,
        };
        var notes = 0;
        foreach (var (code, _) in content.Chapters)
        {
            await foreach (var (report, section) in content.SaidAsync(code, cancellation))
            {
                foreach (var paragraph in section.Paragraphs)
                {
                    yield return new Footnote(
                        Word.Paragraph(
                            MaterialStyles.FootnoteText,
                            Mark(new FootnoteReferenceMark()),
                            Word.Run(" " + Clean(content.SourceOf(report, paragraph)))
                        )
                    )
                    {
                        Id = ++notes,
                    };
                }
            }
        }
    }

    // A table for each piece, so that none has to be held whole; each repeats its head.
    private static async IAsyncEnumerable<OpenXmlElement> BesideAsync(
        MaterialContent content,
        OutlineSection left,
        OutlineSection right,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var (hash, piece) in content.Pieces(cancellation))
        {
            var lefts = await content.Sections(hash, left.Code!, cancellation);
            var rights = await content.Sections(hash, right.Code!, cancellation);
            var rows = piece
                .Reports.Select(report =>
                    (
                        Report: report,
                        Left: lefts.FirstOrDefault(one => one.Assignment == report.Assignment),
                        Right: rights.FirstOrDefault(one => one.Assignment == report.Assignment)
                    )
                )
                .Where(row => row.Left is not null || row.Right is not null)
                .ToList();
            if (rows.Count == 0)
            {
                continue;
            }
            yield return new Table([
                MaterialStyles.TableLooks(),
                new TableGrid(
                    new GridColumn { Width = $"{Half}" },
                    new GridColumn { Width = $"{Half}" }
                ),
                new TableRow(
                    new TableRowProperties(new CantSplit(), new TableHeader()),
                    Cell([Line(MaterialStyles.CellHead, left.Title.In(content.Language))]),
                    Cell([Line(MaterialStyles.CellHead, right.Title.In(content.Language))])
                ),
                .. rows.SelectMany(row =>
                    new[]
                    {
                        new TableRow(
                            new TableRowProperties(new CantSplit()),
                            Across(
                                Line(
                                    MaterialStyles.CellHead,
                                    content.T(
                                        "material.version",
                                        content.NameOf(row.Report),
                                        row.Report.Sha256![..12]
                                    )
                                )
                            )
                        ),
                        new TableRow(
                            Cell(Lines(content, row.Left)),
                            Cell(Lines(content, row.Right))
                        ),
                    }
                ),
            ]);
            // Two tables side by side would become one.
            yield return Line(MaterialStyles.Note, "");
        }
    }

    private static IEnumerable<Paragraph> Lines(
        MaterialContent content,
        MaterialSection? section
    ) =>
        section is null
            ? [Line(MaterialStyles.Cell, "–")]
            : section
                .Paragraphs.Select(paragraph => Line(MaterialStyles.Cell, paragraph.Text))
                .Concat(section.IsCut ? [Line(MaterialStyles.Cell, content.T("texts.cut"))] : []);

    private static TableCell Cell(IEnumerable<Paragraph> lines) =>
        new([
            new TableCellProperties(
                new TableCellWidth { Width = $"{Half}", Type = TableWidthUnitValues.Dxa }
            ),
            .. lines,
        ]);

    private static TableCell Across(Paragraph line) =>
        new(
            new TableCellProperties(
                new TableCellWidth { Width = $"{2 * Half}", Type = TableWidthUnitValues.Dxa },
                new GridSpan { Val = 2 }
            ),
            line
        );

    private static string Source(MaterialContent content, MaterialReport report) =>
        report.Sha256 is null
            ? $"{content.NameOf(report)}: {Text.Word(content.Language, Narrative.TextGap.NoReport)}"
            : content.T(
                "material.file-of",
                content.NameOf(report),
                report.FileName,
                InstantText.Full(content.Reader, report.Committed!.Value),
                report.Sha256
            );

    private static Run Mark(OpenXmlElement mark) =>
        new(new RunProperties(new RunStyle { Val = MaterialStyles.FootnoteReference }), mark);

    /// <summary>A line of text, whatever is in it.</summary>
    public static Paragraph Line(string style, string text) =>
        Word.Paragraph(style, Word.Run(Clean(text)));

    private static string Clean(string text) => HumanText.Clean(text.ReplaceLineEndings(" "));
}
