using System.Runtime.CompilerServices;
using ProgramReview.Core.Material;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Forms.Flow;
using ProgramReview.Functions.Narrative;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Material;

/// <summary>
/// Material as a Word document: a chapter for each section of the outline, the paragraphs as they were written, grouped by body, each with
/// a note that says where it stands. Sections that the plan lays beside each other follow as tables, then the figures, and last the sources.
/// </summary>
internal static class MaterialDocument
{
    /// <summary>Writes it to whoever fetches it.</summary>
    public static Task WriteAsync(
        MaterialContent content,
        Stream target,
        CancellationToken cancellation
    )
    {
        var plan = content.Plan.Plan;
        var owner = content.Plan.Assignments.First(id => id.ReportType == plan.ConsolidatedReport);
        return DocxFlow.WriteAsync(
            new FlowDocument(
                content.T("material.title"),
                content.Language,
                plan.StyleOf(content.Plan.Body(owner.Body)),
                stop => BlocksAsync(content, stop)
            ),
            target,
            cancellation
        );
    }

    private static async IAsyncEnumerable<FlowBlock> BlocksAsync(
        MaterialContent content,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        foreach (var block in Head(content))
        {
            yield return block;
        }
        foreach (var (code, title) in content.Chapters)
        {
            yield return new FlowBlock.Heading(1, title);
            await foreach (var block in ChapterAsync(content, code, cancellation))
            {
                yield return block;
            }
        }
        foreach (var section in content.Outline.Where(one => one.Beside is not null))
        {
            if (content.Outline.FirstOrDefault(one => one.Code == section.Beside) is { } other)
            {
                await foreach (var block in BesideAsync(content, section, other, cancellation))
                {
                    yield return block;
                }
            }
        }
        // At most a hundred records and the whole.
        var views = await content.Figures(cancellation).ToListAsync(cancellation);
        if (views.Count > 0)
        {
            yield return new FlowBlock.Turn(IsLandscape: true);
            yield return new FlowBlock.Heading(1, content.T("figures.title"));
            foreach (var block in FigureFlow.Of(content.Reader, views))
            {
                yield return block;
            }
            yield return new FlowBlock.Turn(IsLandscape: false);
        }
        yield return new FlowBlock.Heading(1, content.T("material.sources"));
        await foreach (var (_, piece) in content.Pieces(cancellation))
        {
            foreach (var report in piece.Reports)
            {
                yield return new FlowBlock.Line(FlowLook.Remark, Source(content, report));
            }
        }
    }

    private static IEnumerable<FlowBlock> Head(MaterialContent content)
    {
        var made = content.Order.Made!;
        return
        [
            new FlowBlock.Title(
                content.T("material.title"),
                content.Plan.Plan.Programme.Title.In(content.Language)
            ),
            new FlowBlock.Line(
                FlowLook.Remark,
                content.T(
                    "material.made",
                    InstantText.Full(content.Reader, content.Order.MadeAt!.Value),
                    Numbers.Show(content.Language, made.Reports),
                    made.Manifest
                )
            ),
            new FlowBlock.Line(FlowLook.Remark, content.T("material.nature")),
        ];
    }

    private static async IAsyncEnumerable<FlowBlock> ChapterAsync(
        MaterialContent content,
        string code,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var isEmpty = true;
        await foreach (var (report, section) in content.SaidAsync(code, cancellation))
        {
            isEmpty = false;
            yield return new FlowBlock.Heading(2, content.NameOf(report));
            foreach (var paragraph in section.Paragraphs)
            {
                yield return new FlowBlock.Line(
                    paragraph.IsHeading ? FlowLook.Inner : FlowLook.Prose,
                    paragraph.Text,
                    content.SourceOf(report, paragraph)
                );
            }
            if (section.IsCut)
            {
                yield return new FlowBlock.Line(FlowLook.Remark, content.T("texts.cut"));
            }
        }
        if (isEmpty)
        {
            yield return new FlowBlock.Line(FlowLook.Remark, content.T("material.nothing"));
        }
    }

    private static async IAsyncEnumerable<FlowBlock> BesideAsync(
        MaterialContent content,
        OutlineSection left,
        OutlineSection right,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var (one, other) = (left.Title.In(content.Language), right.Title.In(content.Language));
        yield return new FlowBlock.Heading(1, content.T("material.beside", one, other));
        var rows = BesideRowsAsync(content, left.Code!, right.Code!, cancellation);
        await foreach (
            var block in FlowTable.OfAsync(
                [new FlowColumn(one, 1), new FlowColumn(other, 1)],
                rows,
                content.T("material.nothing"),
                cancellation
            )
        )
        {
            yield return block;
        }
    }

    private static async IAsyncEnumerable<FlowBlock.TableRow> BesideRowsAsync(
        MaterialContent content,
        string left,
        string right,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var (hash, piece) in content.Pieces(cancellation))
        {
            var lefts = await content.Sections(hash, left, cancellation);
            var rights = await content.Sections(hash, right, cancellation);
            foreach (var report in piece.Reports)
            {
                var one = lefts.FirstOrDefault(said => said.Assignment == report.Assignment);
                var other = rights.FirstOrDefault(said => said.Assignment == report.Assignment);
                if (one is null && other is null)
                {
                    continue;
                }
                yield return new FlowBlock.TableRow([
                    content.T("material.version", content.NameOf(report), report.Sha256![..12]),
                ]);
                yield return new FlowBlock.TableRow([TextOf(content, one), TextOf(content, other)]);
            }
        }
    }

    private static string TextOf(MaterialContent content, MaterialSection? section) =>
        section is null
            ? "–"
            : string.Join(
                '\n',
                section
                    .Paragraphs.Select(paragraph => paragraph.Text.ReplaceLineEndings(" "))
                    .Concat(section.IsCut ? [content.T("texts.cut")] : [])
            );

    private static string Source(MaterialContent content, MaterialReport report) =>
        report.Sha256 is null
            ? $"{content.NameOf(report)}: {Text.Word(content.Language, TextGap.NoReport)}"
            : content.T(
                "material.file-of",
                content.NameOf(report),
                report.FileName,
                InstantText.Full(content.Reader, report.Committed!.Value),
                report.Sha256
            );
}
