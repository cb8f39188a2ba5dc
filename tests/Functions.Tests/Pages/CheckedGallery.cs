using ProgramReview.Core.Checking;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Pages.Tests;

/// <summary>The upload page of a report whose content is checked, explained, returned and corrected.</summary>
internal static class CheckedGallery
{
    /// <summary>The other pages that tell of findings: a file that was only checked, and all reports for operations.</summary>
    public static IEnumerable<Exhibit> Beside(Language language)
    {
        var context = Sample.Context(language) with { Plan = CheckedSample.Lookup };
        var only = new CheckOnlyModel
        {
            Context = context,
            Part = new PartId(Sample.District, "annex"),
            BackPath = "/u/x#send-annex",
            FileName = Sample.Hostile,
            Findings = CheckedSample.OfAnnex,
        };
        yield return Gallery.Page<CheckOnlyPage>("check-only-found", only);
        yield return Gallery.Page<CheckOnlyPage>("check-only-clean", only with { Findings = [] });
        yield return Gallery.Page<CheckOnlyPage>(
            "check-only-refused",
            only with
            {
                Findings = null,
                FileName = "",
                Problem = Sample.Hostile,
            }
        );
        var changes = new ChangesModel
        {
            Context = context,
            Part = new PartId(Sample.District, "annex"),
            Before = Sample.Submission(name: Sample.Hostile),
            After = Sample.Submission(),
            Changes = CheckedSample.Changes,
            BackPath = "/u/x#part-annex",
        };
        yield return Gallery.Page<ChangesPage>("changes", changes);
        yield return Gallery.Page<ChangesPage>(
            "changes-none",
            changes with
            {
                Changes = new ContentChanges([], []),
            }
        );
        yield return Gallery.Page<ChangesPage>("changes-unknown", changes with { Changes = null });
        IReadOnlyList<FindingCount> kinds =
        [
            new("value-missing", Severity.Error, 1_204, 9_110, 0, 0, 3),
            new("estimate-off-trend", Severity.Query, 311, 512, 290, 21, 0),
        ];
        var list = new StatusFindingsModel
        {
            Context = context,
            Part = Sample.Hostile,
            Kinds = kinds,
            CsvPath = "/status/x/findings.csv",
            BackPath = "/status/x",
            PathOf = code => $"/status/x/findings/{code}",
        };
        yield return Gallery.Page<StatusFindingsPage>("findings", list);
        yield return Gallery.Page<StatusFindingsPage>(
            "findings-none",
            list with
            {
                Kinds = [],
                Part = null,
            }
        );
        yield return Gallery.Page<FindingReportsPage>(
            "findings-reports",
            new FindingReportsModel
            {
                Context = context,
                Code = "estimate-off-trend",
                Rows = [Row([CheckedSample.Answer]), Row([])],
                Count = 311,
                Page = 2,
                CsvPath = "/status/x/findings.csv?kind=x",
                BackPath = "/status/x/findings",
                StoryOf = assignment => $"/status/x/story/{assignment}",
                PreviousPath = "/status/x/findings/estimate-off-trend",
                NextPath = "/status/x/findings/estimate-off-trend?page=3",
            }
        );

        AssignmentRow Row(IReadOnlyList<AssignmentEvent.Explained> said) =>
            AssignmentRow.Of(Sample.District, new EventStream(Sample.District.Stream, [])) with
            {
                Kinds = kinds,
                Queries = [new AskedQuery("annex", CheckedSample.Query)],
                Explanations = said,
            };
    }

    public static IEnumerable<UploadPageModel> Of(Language language, UploadPageModel open)
    {
        var page = open with
        {
            Context = Sample.Context(language) with { Plan = CheckedSample.Lookup },
        };
        var report = CheckedSample.Version(
            "report",
            "Báo cáo tổng kết quận Ba Đình.docx",
            CheckedSample.OfReport
        );
        var annex = CheckedSample.Version("annex", "Phụ lục số liệu.xlsx", CheckedSample.OfAnnex);
        var mends = page with
        {
            Phase = AssignmentPhase.ToMend,
            Newest = annex,
            Parts =
            [
                Part(page, "report", AssignmentPhase.ToMend, report),
                Part(page, "annex", AssignmentPhase.ToMend, annex),
                Part(page, "signed", AssignmentPhase.Open),
            ],
        };
        // Nothing outstanding, as one looks at it on a phone and a desk.
        yield return mends;
        // Being checked, before anything is known.
        yield return mends with
        {
            Phase = AssignmentPhase.BeingChecked,
            Parts =
            [
                Part(
                    page,
                    "report",
                    AssignmentPhase.BeingChecked,
                    CheckedSample.Outstanding("report"),
                    report
                ),
                Part(page, "annex", AssignmentPhase.OnTime, Only(annex, "annex")),
                Part(page, "signed", AssignmentPhase.Open),
            ],
        };
        // An explanation that was too long; and one that was taken.
        yield return mends with
        {
            Answer = Posted(Refusal.Unfit("explanation-too-long", "text")),
        };
        yield return mends with
        {
            Answer = Posted(),
            Parts =
            [
                mends.Parts[0],
                Part(page, "annex", AssignmentPhase.OnTime, Explained(annex)),
                mends.Parts[2],
            ],
        };
        // Returned with reasons, and a version that changed.
        yield return mends with
        {
            Returned = new ReturnedReport(
                "operations",
                Sample.Now,
                Sample.Hostile,
                [
                    new ReturnItem("annex", Sample.Hostile) { Finding = CheckedSample.Query },
                    new ReturnItem("report", Sample.Hostile) { Section = "lessons" },
                ]
            ),
            Parts =
            [
                Part(
                    page,
                    "report",
                    AssignmentPhase.ToMend,
                    CheckedSample.Version("report", "Bản 3.docx", [], counts: false, 9) with
                    {
                        HasChanges = true,
                    },
                    CheckedSample.Version("report", "Bản 2.docx", [], counts: true, 7),
                    report
                ),
                mends.Parts[1],
                mends.Parts[2],
            ],
        };
        // After the close: to be corrected; and with what stayed unexplained.
        var closed = mends with
        {
            Window = UploadWindow.Correcting,
            Phase = AssignmentPhase.Overdue,
        };
        yield return closed with
        {
            Parts =
            [
                mends.Parts[0] with
                {
                    IsTaken = false,
                    ExplainedUntil = null,
                },
                mends.Parts[1] with
                {
                    CorrectedUntil = Sample.Limit("2024-10-03T00:00:00+07:00"),
                },
                mends.Parts[2] with
                {
                    IsTaken = false,
                },
            ],
        };
        yield return closed with
        {
            Window = UploadWindow.Closed,
            Phase = AssignmentPhase.BeingChecked,
            Parts =
            [
                .. mends.Parts.Select(part =>
                    part with
                    {
                        ExplainedUntil = null,
                        Unexplained = [CheckedSample.Query.Key],
                    }
                ),
            ],
        };
        // Nobody could look at it in time.
        var undecided = CheckedSample.Version(
            "report",
            "Bản 1.docx",
            [new Finding(ContentCheck.NotChecked, Severity.Error, [])]
        );
        yield return closed with
        {
            Window = UploadWindow.Closed,
            Phase = AssignmentPhase.Missing,
            IsUndecided = true,
            Newest = undecided,
            Parts =
            [
                Undecided(Part(page, "report", AssignmentPhase.Missing, undecided)),
                Part(page, "annex", AssignmentPhase.OnTime, Only(annex, "annex")),
                Part(page, "signed", AssignmentPhase.Open),
            ],
        };
    }

    private static UploadPart Undecided(UploadPart part) =>
        part with
        {
            Standing = part.Standing with { IsUndecided = true },
            ExplainedUntil = null,
        };

    private static ReceivedReport Only(ReceivedReport report, string part) =>
        CheckedSample.Version(
            part,
            report.Submission.FileName,
            [CheckedSample.Query],
            counts: true
        );

    private static ReceivedReport Explained(ReceivedReport annex)
    {
        var one = Only(annex, "annex");
        return one with
        {
            Submission = one.Submission with
            {
                Explanations = [CheckedSample.Answer],
                Overruled =
                [
                    new AssignmentEvent.Overruled(
                        1,
                        "annex",
                        one.Submission.BlobName,
                        CheckedSample.Query.Key,
                        "operations",
                        Sample.Hostile
                    ),
                ],
            },
        };
    }

    private static FormAnswer Posted(params Refusal[] refusals) =>
        new(
            "explain",
            new Dictionary<string, string>
            {
                ["part"] = "annex",
                ["finding"] = CheckedSample.Query.Key,
                ["text"] = Sample.Hostile,
            },
            refusals
        );

    private static UploadPart Part(
        UploadPageModel page,
        string code,
        AssignmentPhase phase,
        params ReceivedReport[] received
    )
    {
        var part = UploadGallery.Part(code, code != "signed", phase, received);
        return part with
        {
            ExplainedUntil = Sample.Limit("2024-10-01T00:00:00+07:00"),
            Checks = ContentChecks.RulesFor(
                CheckedSample.Lookup,
                page.Assignment,
                CheckedSample.Lookup.ReportType(page.Assignment.ReportType).FindPart(code)!
            ),
        };
    }
}
