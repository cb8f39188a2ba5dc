using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Rendering;
using ProgramReview.Functions.Tests.Forms;
using ProgramReview.Functions.Tests.Material;
using Content = ProgramReview.Functions.Tests.Rendering.RenderingSample;

namespace ProgramReview.Pages.Tests;

/// <summary>The pages of a dossier as HTML files, which have no server beside them.</summary>
internal static class FileGallery
{
    private static readonly IReadOnlyList<FigureView> Views = FigureSample.Views(FormSample.Hanoi);

    public static IEnumerable<Exhibit> Of(Language language)
    {
        var content = Content.Content(language, FormSample.Hanoi, hostile: Sample.Hostile);
        var report = content.Dossier.Consolidated;
        var said = new ReportSaid(
            new PartId(report, "report"),
            CountingFile.Of(Sample.Submission(name: Sample.Hostile)),
            Content.TextOf(content.Plan, new PartId(report, "report"), Sample.Hostile)
        );
        (string Name, Type Part, Dictionary<string, object> Parameters)[] pages =
        [
            (
                "index",
                typeof(HtmlIndex),
                new()
                {
                    [nameof(HtmlIndex.Content)] = content,
                    [nameof(HtmlIndex.Whole)] = Views[0],
                    [nameof(HtmlIndex.Findings)] = FigureFindings
                        .Of(content.Plan, Views[0].Figures, [])
                        .Take(5)
                        .Select(finding => finding.ToFinding())
                        .ToList(),
                    [nameof(HtmlIndex.Comments)] = new DossierComments([
                        new(1, "chair", Sample.Hostile),
                    ]),
                }
            ),
            (
                "figures",
                typeof(HtmlFigures),
                new()
                {
                    [nameof(HtmlFigures.View)] = Views[1],
                    [nameof(HtmlFigures.Below)] = Views.Skip(2).Take(1).ToList(),
                }
            ),
            (
                "reports",
                typeof(HtmlReports),
                new() { [nameof(HtmlReports.Lines)] = DossierSample.Lines }
            ),
            .. DossierSample.Groups.Select(group =>
                (
                    ExceptionName.Of(group.Kind),
                    typeof(ExceptionLines),
                    new Dictionary<string, object> { [nameof(ExceptionLines.Group)] = group }
                )
            ),
            (
                "texts",
                typeof(SaidSection),
                new()
                {
                    [nameof(SaidSection.Said)] = new List<ReportSaid> { said },
                    [nameof(SaidSection.Section)] = content.Chapters[0].Code!,
                    [nameof(SaidSection.FilePath)] = (Func<PartId, string?>)(_ => null),
                }
            ),
        ];
        // Reports of the smaller sample plan are told in its words.
        foreach (var (name, part, parameters) in pages)
        {
            yield return Gallery.Page<HtmlPage>(
                $"dossier-file-{name}",
                new HtmlPageModel(
                    part == typeof(HtmlReports) || part == typeof(ExceptionLines)
                        ? content with
                        {
                            Reader = Sample.Context(language),
                        }
                        : content,
                    content.Plan.Plan.Programme.Number
                )
                {
                    IsWide = part == typeof(HtmlFigures),
                    Previous = "reports-1.html",
                    Next = "reports-3.html",
                    Part = part,
                    Parameters = parameters,
                }
            );
        }
    }
}
