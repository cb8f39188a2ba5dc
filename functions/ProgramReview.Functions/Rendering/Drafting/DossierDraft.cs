using System.Runtime.CompilerServices;
using ProgramReview.Core.Forms;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Narrative;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Forms.Flow;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Rendering.Drafting;

/// <summary>A dossier as a document of chapters, whatever writes it: what it says and in which order stands here alone.</summary>
internal static class DossierDraft
{
    /// <summary>The document.</summary>
    /// <param name="content">The dossier.</param>
    /// <param name="limits">What is left out of it where there is too much.</param>
    public static FlowDocument Of(DossierContent content, DraftLimits limits)
    {
        var form = OutlineForm.Of(content.Plan, content.Dossier.Consolidated);
        return new FlowDocument(
            TitleOf(content),
            content.Language,
            form.Style,
            stop => BlocksAsync(content, form, [.. Chapters(content, limits)], stop)
        );
    }

    private static string TitleOf(DossierContent content) =>
        content.T("dossier.title", content.Plan.Plan.Programme.Number);

    private static IEnumerable<DraftChapter> Chapters(DossierContent content, DraftLimits limits)
    {
        yield return new(content.T("dossier.figures"), stop => SummaryChapter.Of(content));
        if (ConsolidatedChapter.IsShown(content))
        {
            yield return new(
                content.T("dossier.consolidated"),
                stop => ConsolidatedChapter.OfAsync(content, stop)
            );
        }
        if (content.ShowsFigures && content.Dossier.Figures is not null)
        {
            yield return new(
                content.T("figures.title"),
                stop => FiguresChapter.OfAsync(content, stop)
            )
            {
                IsLandscape = true,
            };
            yield return new(
                content.T("figures.findings"),
                stop => ConsistencyChapter.OfAsync(content, stop)
            );
        }
        if (content.ShowsReports)
        {
            yield return new(
                content.T("dossier.exceptions"),
                stop => ExceptionsChapter.OfAsync(content, limits, stop)
            );
            yield return new(
                content.T("dossier.findings"),
                stop => FindingsChapter.OfAsync(content, limits, stop)
            );
        }
        if (TextsChapter.IsShown(content))
        {
            yield return new(
                content.T("texts.title"),
                stop => TextsChapter.OfAsync(content, limits, stop)
            );
        }
        if (content.ShowsReports)
        {
            yield return new(
                content.T("dossier.reports"),
                stop => ReportsChapter.OfAsync(content, limits, stop)
            );
        }
        yield return new(content.T("dossier.trust"), stop => TrustChapter.Of(content));
    }

    private static async IAsyncEnumerable<FlowBlock> BlocksAsync(
        DossierContent content,
        OutlineForm form,
        IReadOnlyList<DraftChapter> chapters,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        foreach (var block in Front(content, form, chapters))
        {
            yield return block;
        }
        foreach (var chapter in chapters)
        {
            if (chapter.IsLandscape)
            {
                yield return new FlowBlock.Turn(IsLandscape: true);
            }
            yield return new FlowBlock.Heading(1, chapter.Title);
            await foreach (var block in chapter.Blocks(cancellation))
            {
                yield return block;
            }
            if (chapter.IsLandscape)
            {
                yield return new FlowBlock.Turn(IsLandscape: false);
            }
        }
    }

    private static IEnumerable<FlowBlock> Front(
        DossierContent content,
        OutlineForm form,
        IReadOnlyList<DraftChapter> chapters
    ) =>
        [
            new FlowBlock.Head(
                form.Style,
                form.Superior?.In(content.Language),
                form.Body.In(content.Language),
                DayOf(content)
            ),
            new FlowBlock.Title(
                TitleOf(content),
                content.Plan.Plan.Programme.Title.In(content.Language)
            ),
            new FlowBlock.Line(
                FlowLook.Remark,
                content.T(
                    "dossier.document.made",
                    Numbers.Show(content.Language, content.Dossier.Round),
                    InstantText.Full(content.Reader, content.Dossier.CompiledAt),
                    content.Hash
                )
            ),
            new FlowBlock.Line(
                FlowLook.Remark,
                content.T(
                    content.Audience == Readers.Everybody
                        ? "dossier.document.everybody"
                        : "dossier.document.participants"
                )
            ),
            new FlowBlock.Contents(
                content.T("dossier.document.contents"),
                [.. chapters.Select(chapter => chapter.Title)]
            ),
        ];

    private static string DayOf(DossierContent content)
    {
        var day = TimeZoneInfo.ConvertTime(content.Dossier.CompiledAt, content.Plan.Zone);
        return content.T(
            "dossier.document.day",
            day.Day,
            content.T(FormattableString.Invariant($"month.{day.Month}")),
            day.Year
        );
    }

    /// <summary>A report's name: its body, and what it is.</summary>
    public static string NameOf(DossierContent content, AssignmentId assignment) =>
        content.T(
            "material.report",
            content.Plan.Body(assignment.Body).Name.In(content.Language),
            content.Plan.ReportType(assignment.ReportType).Brief.In(content.Language)
        );

    /// <summary>The name of a person, or the id of one whom the plan does not know.</summary>
    public static string PersonOf(DossierContent content, string id) =>
        content.Plan.FindPerson(id)?.Name.In(content.Language) ?? id;

    /// <summary>Whether the audience reads any text of a type of report.</summary>
    public static bool ShowsTextOf(DossierContent content, ReportType type) =>
        ReportPart
            .Of(type)
            .Where(ReportText.IsIn)
            .Any(part =>
                content
                    .Plan.OutlineOf(type.Code)
                    .Any(section => content.ShowsSection(type.Code, part.Code, section.Code))
                || content.ShowsSection(type.Code, part.Code, null)
            );
}
