using System.Runtime.CompilerServices;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Narrative;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Forms.Flow;
using ProgramReview.Functions.Narrative;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Rendering.Drafting;

/// <summary>What the reports say: by section of the outline and by body, word for word, each paragraph with its source.</summary>
internal static class TextsChapter
{
    /// <summary>Whether the audience may read any of it.</summary>
    public static bool IsShown(DossierContent content) => TypesOf(content).Any();

    /// <summary>The chapter.</summary>
    public static async IAsyncEnumerable<FlowBlock> OfAsync(
        DossierContent content,
        DraftLimits limits,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var types = TypesOf(content).Select(type => type.Code).ToHashSet();
        var count = content.Plan.Assignments.Count(id => types.Contains(id.ReportType));
        if (count > limits.Texts)
        {
            yield return new FlowBlock.Line(
                FlowLook.Remark,
                content.T("dossier.document.texts", Numbers.Show(content.Language, count))
            );
            yield break;
        }
        var sections = TextSelection
            .Sections(content.Plan)
            .Select(section => (section.Code, Title: section.Title.In(content.Language)))
            .Append((null, content.T("texts.elsewhere")));
        foreach (var (code, title) in sections)
        {
            var isFirst = true;
            await foreach (var block in SectionAsync(content, types, code, cancellation))
            {
                if (isFirst)
                {
                    isFirst = false;
                    yield return new FlowBlock.Heading(2, title);
                }
                yield return block;
            }
        }
    }

    private static async IAsyncEnumerable<FlowBlock> SectionAsync(
        DossierContent content,
        HashSet<string> types,
        string? code,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var piece in content.Pieces(cancellation))
        {
            foreach (
                var report in piece.Reports.Where(one => types.Contains(one.Assignment.ReportType))
            )
            {
                foreach (var (part, file) in FilesOf(content, report))
                {
                    var text = await content.TextAsync(part, file.Sha256, cancellation);
                    if (text?.Find(code) is not { Paragraphs.Count: > 0 } section)
                    {
                        continue;
                    }
                    yield return new FlowBlock.Heading(
                        3,
                        DossierDraft.NameOf(content, report.Assignment)
                    );
                    foreach (var line in Lines(content, part, file, section))
                    {
                        yield return line;
                    }
                    if (text.IsCut)
                    {
                        yield return new FlowBlock.Line(FlowLook.Remark, content.T("texts.cut"));
                    }
                }
            }
        }
    }

    /// <summary>The paragraphs of a section, each with its source.</summary>
    public static IEnumerable<FlowBlock> Lines(
        DossierContent content,
        PartId part,
        CountingFile file,
        SectionText section
    ) =>
        section.Paragraphs.Select(paragraph => new FlowBlock.Line(
            paragraph.IsHeading ? FlowLook.Inner : FlowLook.Prose,
            paragraph.Text,
            content.T(
                "material.source",
                DossierDraft.NameOf(content, part.Assignment),
                TextPlace.Of(content.Reader, paragraph),
                file.Sha256[..12]
            )
        ));

    /// <summary>The files of a report that count and hold text.</summary>
    public static IEnumerable<(PartId Part, CountingFile File)> FilesOf(
        DossierContent content,
        DossierReport report
    ) =>
        ReportPart
            .Of(content.Plan.ReportType(report.Assignment.ReportType))
            .Where(ReportText.IsIn)
            .Select(part => report.Parts.FirstOrDefault(one => one.Code == part.Code))
            .Where(part => part?.Counting is not null)
            .Select(part => (new PartId(report.Assignment, part!.Code), part.Counting!));

    private static IEnumerable<ReportType> TypesOf(DossierContent content) =>
        content.ShowsReports
            ? content.Plan.Plan.ReportTypes.Where(type =>
                type.Code != content.Plan.Plan.ConsolidatedReport
                && DossierDraft.ShowsTextOf(content, type)
            )
            : [];
}
