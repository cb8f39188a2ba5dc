using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Narrative;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Rendering;
using ProgramReview.Functions.Tests.Forms;
using ProgramReview.Functions.Tests.Material;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Pages.Tests;

/// <summary>The pages of a dossier that lead from totals to cells and to texts, with hostile words wherever people write.</summary>
internal static class DossierGallery
{
    private static readonly PlanLookup Hanoi = new(FormSample.Hanoi);

    private static readonly CountingFile File = CountingFile.Of(
        Sample.Submission(name: Sample.Hostile)
    );

    public static IEnumerable<Exhibit> Of(Language language, DossierPageModel dossier)
    {
        var views = FigureSample.Views(FormSample.Hanoi);
        var context = Sample.Context(language) with { Plan = Hanoi };
        yield return Gallery.Page<DossierPage>(
            "dossier-figures",
            dossier with
            {
                Context = context,
                Dossier = dossier.Dossier with { Rounds = Rounds, Totals = Totals },
                Comments = new DossierComments([new(1, Approver, Sample.Hostile)]),
                ShowsReports = false,
                Consolidated = [],
                Reports = ReportPage.Empty,
                Exceptions = [],
                Whole = views[0],
                SourceOf = report => $"/d/x/files/{report.Assignment}.annex",
                Findings =
                [
                    .. FigureFindings
                        .Of(Hanoi, views[0].Figures, [])
                        .Take(5)
                        .Select(finding => finding.ToFinding()),
                ],
                HasTexts = true,
            }
        );
        foreach (var (name, view) in new[] { ("whole", views[0]), ("body", views[^1]) })
        {
            yield return Gallery.Page<DossierFiguresPage>(
                $"dossier-figures-{name}",
                new DossierFiguresPageModel
                {
                    Context = context,
                    View = view,
                    Path = "/d/x",
                    SourceOf = report => $"/d/x/files/{report.Assignment}.annex",
                    Findings = [],
                }
            );
        }
        yield return Gallery.Page<DossierBehindPage>(
            "dossier-behind",
            new DossierBehindPageModel
            {
                Context = context,
                View = views[0],
                Cell = 0,
                Path = "/d/x",
                SourceOf = report => report.IsLate ? null : $"/d/x/files/{report.Assignment}.annex",
                Behind =
                [
                    .. views
                        .Skip(1)
                        .Where(view => view.Figures.Own(0) is not null)
                        .Take(DossierFiguresView.MostBehind)
                        .Select(
                            (view, i) =>
                                new Contributor(
                                    view.Node,
                                    i % 5 == 1 ? views[0].Node : null,
                                    view.Figures.Own(0)!.Value,
                                    true,
                                    i % 3 == 1 ? view.Figures.Own(0) : null,
                                    i % 7 == 1
                                )
                        ),
                ],
                HasMore = true,
            }
        );
        yield return Gallery.Page<DossierTextsPage>(
            "dossier-texts",
            new DossierTextsPageModel
            {
                Context = context,
                Chapters = Chapters,
                Chapter = Chapters[0],
                Said = Said,
                FilePath = part => $"/d/x/files/{part}",
                Path = "/d/x",
                Page = 2,
                Last = 3,
            }
        );
        yield return Gallery.Page<DossierTextsPage>(
            "dossier-texts-none",
            new DossierTextsPageModel
            {
                Context = context,
                Chapters = Chapters,
                Chapter = Chapters[1],
                Said = [],
                FilePath = _ => null,
                Path = "/d/x",
                Page = 1,
                Last = 1,
            }
        );
    }

    private static string Approver => FormSample.Hanoi.Approval.Approvers[0].Id;

    private static IReadOnlyList<DossierChapter> Chapters { get; } =
    [new("results", Sample.Hostile), new(null, "In no section")];

    private static IReadOnlyList<ReportSaid> Said =>
        [
            new(
                new PartId(Sample.District, "report"),
                File,
                new ReportText([
                    new SectionText(
                        "results",
                        "II",
                        [
                            new TextParagraph(Sample.Hostile) { Paragraph = 3 },
                            new TextParagraph(new string('a', 40_000)) { Paragraph = 4 },
                        ]
                    ),
                ])
            ),
        ];

    private static DossierTotals Totals =>
        DossierTotals.None with
        {
            Reports = 12_000,
            Phases = new Dictionary<AssignmentPhase, int> { [AssignmentPhase.Late] = 12_000 },
            Exceptions = new Dictionary<DossierException, int> { [DossierException.Late] = 12_000 },
            Findings = [new("estimate-off-trend", Severity.Query, 1, 2, 1, 1, 0)],
        };

    private static IReadOnlyList<DossierRound> Rounds =>
        [
            new(
                1,
                Sample.Hash,
                RoundOutcome.Voided,
                [new DossierAnswer(Approver, DecisionVerdict.Approve, Sample.Now)]
            )
            {
                Voided = new CycleEvent.RoundVoided(
                    1,
                    Sample.Hash,
                    VoidingCause.Exempted,
                    Sample.District,
                    Sample.Hostile,
                    Sample.Hostile,
                    "exempted"
                ),
                VoidedAt = Sample.Now,
            },
        ];
}
