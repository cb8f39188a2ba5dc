using System.Text;
using System.Text.Json;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Pages;
using ProgramReview.Pages.Tests;
using Xunit;

namespace ProgramReview.Functions.Tests.Planning;

public sealed class HanoiPlanTests
{
    private static readonly DateTimeOffset Close = new(2024, 9, 30, 17, 0, 0, TimeSpan.Zero);

    private static readonly Plan Plan = Valid(PlanFile.Read(PlanText.Hanoi, "plan.yaml", null));

    [Fact]
    public void Five_reports_the_summary_of_them_and_one_of_each_of_thirty_districts_are_owed()
    {
        var lookup = new PlanLookup(Plan);

        var districts = Plan.Bodies.Where(body => body.Kind == "district").ToList();
        Assert.Equal(30, districts.Count);
        Assert.Equal(
            [
                "r1 council",
                "r2 council",
                "r3 committee",
                "r4 committee",
                "r5 committee",
                "r6 organisation",
            ],
            lookup.Assignments.Take(6).Select(id => $"{id.ReportType} {id.Body}")
        );
        Assert.Equal(
            districts.Select(body => $"district {body.Code}"),
            lookup.Assignments.Skip(6).Select(id => $"{id.ReportType} {id.Body}")
        );
    }

    [Fact]
    public void Everything_closes_at_the_hard_deadline()
    {
        Assert.All(Plan.ReportTypes, type => Assert.Equal(Deadline.At(Close), type.Closes));
        Assert.Equal(new DateTimeOffset(2024, 8, 1, 1, 0, 0, TimeSpan.Zero), Plan.Opens);
    }

    [Theory]
    [InlineData("r1", "2024-09-21T00:00:00+07:00")]
    [InlineData("r5", "2024-09-21T00:00:00+07:00")]
    [InlineData("r6", "2024-10-01T00:00:00+07:00")]
    [InlineData("district", "2024-09-11T00:00:00+07:00")]
    public void Each_report_has_its_own_due(string type, string due) =>
        Assert.Equal(due, new PlanLookup(Plan).ReportType(type).Due.ToString());

    [Fact]
    public void The_consolidated_report_opens_after_the_five_it_rests_on()
    {
        var consolidated = new PlanLookup(Plan).ReportType(Plan.ConsolidatedReport);

        Assert.Equal("r6", consolidated.Code);
        Assert.Equal(["r1", "r2", "r3", "r4", "r5"], consolidated.After);
        Assert.Equal(
            new DateTimeOffset(2024, 9, 20, 17, 0, 0, TimeSpan.Zero),
            consolidated.OpensAtLatest
        );
    }

    [Fact]
    public void Reminders_come_on_working_days_at_nine()
    {
        DateOnly[] holidays = [new(2024, 9, 2), new(2024, 9, 3)];
        var reminders = Plan.ReportTypes.SelectMany(type => type.Reminders).ToList();

        Assert.All(Plan.ReportTypes, type => Assert.NotEmpty(type.Reminders));
        Assert.All(
            reminders,
            at =>
            {
                Assert.Equal(TimeSpan.FromHours(7), at.Offset);
                Assert.Equal(new TimeOnly(9, 0), TimeOnly.FromDateTime(at.DateTime));
                Assert.False(at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
                Assert.DoesNotContain(DateOnly.FromDateTime(at.DateTime), holidays);
            }
        );
    }

    [Fact]
    public void Comments_name_the_day_on_which_a_reminder_comes()
    {
        var said = PlanText
            .Hanoi.Split('\n')
            .Where(line => line.Contains("before:", StringComparison.Ordinal))
            .Select(line => line.Split("# ")[1].Trim());
        var sent = Plan.ReportTypes.SelectMany(type => type.Reminders);

        Assert.Equal(sent.Select(at => FormattableString.Invariant($"{at:dddd d MMMM}")), said);
    }

    [Fact]
    public void Two_thirds_of_five_approvers_decide_the_head_among_them()
    {
        Assert.Equal(5, Plan.Approval.Approvers.Count);
        Assert.Equal(4, Plan.Approval.Quorum.Of(5));
        Assert.Equal(1, Plan.Approval.Rejections.Of(5));
        Assert.Equal(["standing-board-head"], Plan.Approval.Required!);
        Assert.Equal(TimeSpan.FromDays(10), Plan.Approval.Closes);
    }

    [Fact]
    public void Nobody_real_can_be_reached_and_every_language_is_used()
    {
        var people = Plan
            .Bodies.SelectMany(body => body.Contacts)
            .Concat(Plan.Approval.Approvers)
            .Append(Plan.Operations);

        Assert.All(people, person => Assert.EndsWith(".example", person.Email));
        Assert.Equal(
            Enum.GetValues<Language>(),
            people.Select(person => person.Language).Distinct().Order()
        );
    }

    [Fact]
    public void The_file_is_in_composed_form() =>
        Assert.True(PlanText.Hanoi.IsNormalized(NormalizationForm.FormC));

    [Fact]
    public void Every_report_looks_for_the_five_sections()
    {
        string[] sections = ["leadership", "results", "shortcomings", "lessons", "orientation"];

        Assert.All(
            Plan.ReportTypes,
            type =>
            {
                var outline = new PlanLookup(Plan).OutlineOf(type.Code);
                Assert.Equal(sections, outline.Select(section => section.Code));
                Assert.All(outline, section => Assert.True(section.Required));
            }
        );
    }

    [Fact]
    public void Every_report_comes_as_a_text_and_an_annex_and_perhaps_a_scan() =>
        Assert.All(
            Plan.ReportTypes,
            type =>
                Assert.Equal(
                    [
                        ("report", PartKind.Report, true, "Docx, Pdf, Doc"),
                        ("annex", PartKind.Annex, true, "Xlsx, Xls"),
                        ("signed", PartKind.Scan, false, "Pdf"),
                    ],
                    type.Parts!.Select(part =>
                        (part.Code, part.Kind, part.Required, string.Join(", ", part.Formats))
                    )
                )
        );

    [Fact]
    public void Every_assignment_has_an_annex_that_people_can_fill_in()
    {
        var lookup = new PlanLookup(Plan);

        Assert.InRange(Plan.Indicators!.Count, 12, 20);
        Assert.Equal(
            ["y2021", "y2022", "y2023", "m9-2024", "e2024", "e2025"],
            Plan.Periods!.Select(period => period.Code)
        );
        Assert.Equal(
            [false, false, false, false, true, true],
            Plan.Periods!.Select(p => p.Estimate)
        );
        Assert.Equal("m9-2024", Plan.Periods!.Single(period => period.MayBePreliminary).Code);
        Assert.All(
            lookup.Assignments,
            id => Assert.InRange(AnnexDefinition.Of(lookup, id).Rows.Count, 1, 20)
        );
    }

    [Fact]
    public void The_targets_are_the_four_that_were_published() =>
        Assert.Equal(
            [
                ("new-members", 10_000m),
                ("procedures-cut", 20m),
                ("self-financed", 20m),
                ("papi-gain", 5m),
            ],
            Plan.Indicators!.Where(indicator => indicator.Target is not null)
                .Select(indicator => (indicator.Code, indicator.Target!.Value))
        );

    /// <summary>Each was looked up; a year that is not known stays blank.</summary>
    [Fact]
    public void Earlier_values_are_the_published_ones_and_no_others() =>
        Assert.Equal(
            [
                "new-members y2021 10027",
                "par-index y2022 89.58",
                "par-index y2023 91.43",
                "par-rank y2021 10",
                "par-rank y2022 3",
                "par-rank y2023 3",
                "sipas y2023 83.57",
                "papi y2022 43.9",
                "pci y2022 66.74",
                "pci y2023 67.15",
                "pci-rank y2022 20",
                "pci-rank y2023 28",
            ],
            Plan.Indicators!.SelectMany(indicator =>
                indicator.Earlier.Select(figure =>
                    FormattableString.Invariant(
                        $"{indicator.Code} {figure.Period} {figure.Value}{(figure.Body is null ? "" : " of a body")}"
                    )
                )
            )
        );

    [Fact]
    public void What_is_not_from_the_source_is_marked_as_a_choice()
    {
        var lines = PlanText.Hanoi.Split('\n');
        var codes = Plan.Indicators!.ToDictionary(
            indicator => indicator.Code,
            indicator =>
                lines.First(line =>
                    line.StartsWith($"  - code: {indicator.Code} #", StringComparison.Ordinal)
                )
        );

        Assert.All(
            Plan.Indicators!,
            indicator =>
                Assert.Contains(
                    indicator.Target is null ? "# (choice)" : "# source:",
                    codes[indicator.Code],
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [InlineData(Language.Vi)]
    [InlineData(Language.En)]
    [InlineData(Language.Hi)]
    public void No_subject_cuts_the_name_of_a_report(Language language)
    {
        var context = Sample.Context(language);
        var texts = JsonDocument.Parse(
            File.ReadAllText(
                SourceTree.PathOf(
                    $"functions/ProgramReview.Functions/Texts/{language.ToString().ToLowerInvariant()}.json"
                )
            )
        );
        var subjects = texts
            .RootElement.EnumerateObject()
            .Where(text => text.Name.EndsWith(".subject", StringComparison.Ordinal))
            .Select(text => text.Value.GetString()!)
            .Where(text => text.Contains("{report}", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(subjects);
        Assert.All(
            Plan.ReportTypes,
            type =>
            {
                var due = InstantText.Full(context, type.Due);
                Assert.All(
                    subjects,
                    text =>
                        Assert.Contains(
                            type.Brief.In(language),
                            Subject(text, type.Brief.In(language), due),
                            StringComparison.Ordinal
                        )
                );
            }
        );

        static string Subject(string text, string brief, string instant) =>
            LetterSubject.Write(
                text,
                new Dictionary<string, string>
                {
                    ["report"] = new('x', LetterSubject.Most),
                    ["report-brief"] = brief,
                },
                namesBody: false,
                (words, places) =>
                    words
                        .Replace("{report}", places["report"], StringComparison.Ordinal)
                        .Replace("{due}", instant, StringComparison.Ordinal)
                        .Replace("{closes}", instant, StringComparison.Ordinal)
            );
    }

    internal static Plan Valid(PlanReading reading)
    {
        Assert.Empty(reading.Faults.Select(fault => fault.ToString()));
        Assert.True(reading.IsValid);
        return reading.Plan;
    }
}
