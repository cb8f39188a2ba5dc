using System.Runtime.CompilerServices;
using DocumentFormat.OpenXml.Spreadsheet;
using ProgramReview.Core.Forms;
using ProgramReview.Core.Material;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Forms;
using ProgramReview.Functions.Narrative;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Material;

/// <summary>
/// Writes material as a workbook: a sheet for each section with a row for each paragraph, one with all sections side by side, and the sources. A
/// text is text whatever it begins with, and a number a number.
/// </summary>
internal static class MaterialWorkbook
{
    /// <summary>Writes it to whoever fetches it.</summary>
    public static Task WriteAsync(
        MaterialContent content,
        Stream target,
        CancellationToken cancellation
    ) =>
        SheetBook.WriteAsync(
            content.T("material.title"),
            content.Language,
            [
                .. content.Chapters.Select(
                    (chapter, i) =>
                        new SheetPlan(
                            content.T(
                                "material.sheet.section",
                                Numbers.Show(content.Language, i + 1)
                            ),
                            [30, 24, 14, 100, 16],
                            ChapterAsync(content, chapter, cancellation)
                        )
                ),
                new SheetPlan(
                    content.T("material.sheet.beside"),
                    [30, 24, .. content.Chapters.Select(_ => 60.0)],
                    BesideAsync(content, cancellation)
                ),
                new SheetPlan(
                    content.T("material.sheet.figures"),
                    FigureSheet.Widths,
                    FigureSheet.RowsAsync(content.Reader, content.Figures(cancellation))
                ),
                new SheetPlan(
                    content.T("material.sheet.sources"),
                    [30, 24, 40, 24, 70],
                    SourcesAsync(content, cancellation)
                ),
            ],
            target,
            cancellation
        );

    private static async IAsyncEnumerable<Cell[]> ChapterAsync(
        MaterialContent content,
        (string Code, string Title) chapter,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        yield return [SheetCells.Text(chapter.Title, AnnexStyle.Title)];
        yield return Heads(
            content,
            "table.body",
            "receipt.report",
            "material.column.place",
            "material.column.text",
            "material.column.version"
        );
        await foreach (var (report, section) in content.SaidAsync(chapter.Code, cancellation))
        {
            foreach (var paragraph in section.Paragraphs)
            {
                foreach (var piece in Pieces(paragraph.Text))
                {
                    yield return
                    [
                        .. Names(content, report),
                        Text(TextPlace.Of(content.Reader, paragraph)),
                        Text(piece),
                        Text(report.Sha256![..12]),
                    ];
                }
            }
            if (section.IsCut)
            {
                yield return [.. Names(content, report), Text(""), Text(content.T("texts.cut"))];
            }
        }
    }

    private static async IAsyncEnumerable<Cell[]> BesideAsync(
        MaterialContent content,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        yield return
        [
            .. Heads(content, "table.body", "receipt.report"),
            .. content.Chapters.Select(chapter => SheetCells.Text(chapter.Title, AnnexStyle.Head)),
        ];
        await foreach (var (hash, piece) in content.Pieces(cancellation))
        {
            var said = new List<IReadOnlyList<MaterialSection>>();
            foreach (var (code, _) in content.Chapters)
            {
                said.Add(await content.Sections(hash, code, cancellation));
            }
            foreach (var report in piece.Reports)
            {
                yield return
                [
                    .. Names(content, report),
                    .. said.Select(sections =>
                        Text(
                            string.Join(
                                " ",
                                sections
                                    .Where(one => one.Assignment == report.Assignment)
                                    .SelectMany(one => one.Paragraphs)
                                    .Select(one => one.Text)
                            )
                        )
                    ),
                ];
            }
        }
    }

    private static async IAsyncEnumerable<Cell[]> SourcesAsync(
        MaterialContent content,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        yield return Heads(
            content,
            "table.body",
            "receipt.report",
            "material.column.file",
            "material.column.received",
            "material.column.sha256"
        );
        await foreach (var (_, piece) in content.Pieces(cancellation))
        {
            foreach (var report in piece.Reports)
            {
                yield return
                [
                    .. Names(content, report),
                    Text(
                        report.FileName ?? Web.Pages.Text.Word(content.Language, TextGap.NoReport)
                    ),
                    Text(report.Committed is { } at ? InstantText.Full(content.Reader, at) : ""),
                    Text(report.Sha256 ?? ""),
                ];
            }
        }
    }

    private static Cell[] Heads(MaterialContent content, params IEnumerable<string> keys) =>
        [.. keys.Select(key => SheetCells.Text(content.T(key), AnnexStyle.Head))];

    private static Cell[] Names(MaterialContent content, MaterialReport report) =>
        [
            Text(content.Plan.Body(report.Assignment.Body).Name.In(content.Language)),
            Text(content.Plan.ReportType(report.Assignment.ReportType).Brief.In(content.Language)),
        ];

    private static Cell Text(string text) => SheetCells.Text(text, AnnexStyle.Asked);

    // A cell takes only so much: what is longer goes on in the next row.
    private static IEnumerable<string> Pieces(string text)
    {
        for (var from = 0; from < text.Length; )
        {
            var end = Math.Min(text.Length, from + FormText.MaxLength - 1);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
            {
                end--;
            }
            yield return text[from..end];
            from = end;
        }
    }
}
