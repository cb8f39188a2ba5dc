using System.Globalization;
using DocumentFormat.OpenXml.Validation;
using ProgramReview.Core.Forms;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;
using ProgramReview.Local.Rehearsal.People.Forms;

namespace ProgramReview.Workflow.Tests.Forms;

/// <summary>What played people send is what they say of it: each file is read again, and nothing else is wrong with it.</summary>
public sealed class FormDeskTests
{
    private const int Drafts = 60;

    private static readonly PlanLookup Hanoi = Read();
    private static readonly AssignmentId District = new(Hanoi.Plan.Cycle, "ba-dinh", "district");
    private static readonly AssignmentId Whole = new(
        Hanoi.Plan.Cycle,
        Hanoi.ReportType("r6").OwedBy[0],
        "r6"
    );
    private static readonly DateTimeOffset At = new(2024, 9, 4, 18, 0, 0, TimeSpan.Zero);
    private static readonly FormDesk Desk = new(Hanoi, seed: 7);

    public static TheoryData<string> Reports => ["district", "r1", "r3", "r4", "r5", "r6"];

    [Theory]
    [MemberData(nameof(Reports))]
    public void With_care_every_value_fits_and_no_series_is_implausible(string type)
    {
        var id = new AssignmentId(Hanoi.Plan.Cycle, Hanoi.ReportType(type).OwedBy[0], type);
        var asked = AnnexDefinition.Of(Hanoi, id);
        var made = Made(id, "annex", Care.Full, 1);
        var values = Sheets.Values(made.File.Content);

        Assert.Empty(made.Flaws);
        Assert.All(
            asked.Rows,
            row =>
            {
                var series = asked
                    .Periods.Select(period => Number(values, row.Indicator.Code, period.Code))
                    .OfType<decimal>()
                    .ToList();
                Assert.True(
                    series.Count == asked.Periods.Count
                        || values.ContainsKey((row.Indicator.Code, "reason"))
                );
                Assert.All(series, value => Assert.True(row.Indicator.CanBe(value)));
                Assert.All(
                    row.Earlier,
                    known =>
                        Assert.Equal(
                            known.Value,
                            Number(values, row.Indicator.Code, known.Period) ?? known.Value
                        )
                );
                if (row.Indicator.Cumulative)
                {
                    Assert.Equal(series.Order(), series);
                }
                Assert.True(
                    Number(values, row.Indicator.Code, "e2024")
                        >= Number(values, row.Indicator.Code, "m9-2024"),
                    row.Indicator.Code
                );
            }
        );
    }

    [Fact]
    public void The_whole_reaches_what_it_was_set_nearly()
    {
        var values = Sheets.Values(Made(Whole, "annex", Care.Full, 1).File.Content);

        Assert.All(
            AnnexDefinition.Of(Hanoi, Whole).Rows.Where(row => row.Indicator.Target is not null),
            row =>
                Assert.InRange(
                    Number(values, row.Indicator.Code, "e2025")!.Value,
                    row.Indicator.Target!.Value * 0.9m,
                    row.Indicator.Target!.Value * 1.2m
                )
        );
    }

    [Fact]
    public void A_careless_annex_is_wrong_where_it_says_and_nowhere_else()
    {
        var right = All(District, "annex", Care.Full)
            .Select(made => Sheets.Values(made.File.Content))
            .First(values => !values.Keys.Any(cell => cell.Column == "reason"));
        var seen = new HashSet<AnnexHabit>();

        foreach (var made in All(District, "annex", Care.Little))
        {
            var flaw = Assert.IsType<Flaw.InValue>(Assert.Single(made.Flaws));
            var cell = (flaw.Indicator, $"value/{flaw.Period}");
            var values = Sheets.Values(made.File.Content);
            var number = Number(values, flaw.Indicator, flaw.Period);
            var asked = Hanoi.Plan.Indicators!.Single(one => one.Code == flaw.Indicator);
            Assert.True(
                flaw.Habit switch
                {
                    AnnexHabit.LeavesOut => !values.ContainsKey(cell),
                    AnnexHabit.WritesWords or AnnexHabit.WritesNumberAsText => values[cell]
                        is "khoảng 100"
                            or "1.234",
                    AnnexHabit.ExceedsBounds => !asked.CanBe(number!.Value),
                    _ => false,
                }
            );
            right.Remove(cell);
            values.Remove(cell);
            Assert.Equal(right.OrderBy(one => one.Key), values.OrderBy(one => one.Key));
            seen.Add(flaw.Habit);
        }

        Assert.Equal(
            [
                AnnexHabit.LeavesOut,
                AnnexHabit.WritesWords,
                AnnexHabit.WritesNumberAsText,
                AnnexHabit.ExceedsBounds,
            ],
            seen.Order()
        );
    }

    [Fact]
    public void A_careful_report_has_its_head_every_section_and_no_hint()
    {
        foreach (var made in All(District, "report", Care.Full))
        {
            var sections = Documents.Sections(made.File.Content);
            var (text, heading, hints) = Documents.Whole(made.File.Content, "orientation");

            Assert.Empty(made.Flaws);
            Assert.Equal(
                OutlineForm.Of(Hanoi, District).Sections.Select(one => one.Section.Code),
                sections.Keys
            );
            Assert.All(
                sections.Values,
                section => Assert.True(section.Count(char.IsLetter) >= 200, section)
            );
            Assert.Contains(Hanoi.Body("ba-dinh").Name.Vi, text, StringComparison.Ordinal);
            Assert.Contains("Hà Nội, ngày 05 tháng 9 năm 2024", text, StringComparison.Ordinal);
            Assert.Matches("Số [0-9]+-BC/ĐU", text);
            Assert.True(
                heading is "Phương hướng, nhiệm vụ và giải pháp"
                    || heading.StartsWith("V-", StringComparison.Ordinal)
            );
            Assert.Equal(0, hints);
        }
    }

    [Fact]
    public void A_careless_report_is_wrong_where_it_says_and_nowhere_else()
    {
        var right = Documents.Sections(Made(District, "report", Care.Full, 1).File.Content);
        var seen = new HashSet<OutlineHabit>();

        foreach (var made in All(District, "report", Care.Little))
        {
            var flaw = Assert.IsType<Flaw.InSection>(Assert.Single(made.Flaws));
            var sections = Documents.Sections(made.File.Content);
            var code = flaw.Section.Code!;
            Assert.True(
                flaw.Habit switch
                {
                    OutlineHabit.DropsSection => !sections.ContainsKey(code),
                    OutlineHabit.LeavesHint => sections[code]
                        .StartsWith("Viết nội dung", StringComparison.Ordinal),
                    OutlineHabit.WritesTooLittle => sections[code] == "Đang cập nhật.",
                    _ => false,
                }
            );
            // The first section tells one version from another.
            Assert.Equal(
                right.Where(one => one.Key != code).Skip(1),
                sections.Where(one => one.Key != code).Skip(1)
            );
            seen.Add(flaw.Habit);
        }

        Assert.Equal(
            [OutlineHabit.LeavesHint, OutlineHabit.WritesTooLittle, OutlineHabit.DropsSection],
            seen.Order()
        );
    }

    [Fact]
    public void Without_care_it_is_another_bodys_a_former_or_no_form()
    {
        var hash = AnnexDefinition.Of(Hanoi, District).Hash;
        var seen = new HashSet<WrongFile>();

        foreach (var made in All(District, "annex", Care.None))
        {
            var wrong = Assert.IsType<Flaw.OfFile>(Assert.Single(made.Flaws)).Wrong;
            if (wrong is WrongFile.FormOfAnother or WrongFile.FormerForm)
            {
                Assert.Equal(
                    wrong == WrongFile.FormerForm,
                    Sheets.Property(made.File.Content, "ProgramReview.Assignment")
                        == District.ToString()
                );
                Assert.NotEqual(hash, Sheets.Property(made.File.Content, "ProgramReview.Annex"));
            }
            else
            {
                Assert.Equal(wrong == WrongFile.SomethingElse, IsZip(made));
            }
            seen.Add(wrong);
        }

        Assert.Equal(Enum.GetValues<WrongFile>(), seen.Order());
        Assert.Equal(
            [WrongFile.Photo, WrongFile.SomethingElse, WrongFile.FormOfAnother],
            All(District, "report", Care.None)
                .Select(made => ((Flaw.OfFile)made.Flaws[0]).Wrong)
                .Distinct()
                .Order()
        );
    }

    [Theory]
    [InlineData("report")]
    [InlineData("annex")]
    public void A_form_is_the_bodys_own_whoever_filled_in_its_like_before(string part)
    {
        var other = District with { Body = "hoan-kiem" };
        var alone = new FormDesk(Hanoi, seed: 7);

        // The desk of all tests has filled in that of another district.
        _ = Made(District, part, Care.Full, 3);
        var here = Desk.Fill(Draft(other, part, Care.Full, 3)).File;
        var there = alone.Fill(Draft(other, part, Care.Full, 3)).File;

        Assert.Equal(there.Content.ToArray(), here.Content.ToArray());
        if (part == "annex")
        {
            Assert.Equal(
                AnnexDefinition.Of(Hanoi, other).Hash,
                Sheets.Property(here.Content, "ProgramReview.Annex")
            );
        }
    }

    [Fact]
    public void Filled_forms_are_valid()
    {
        using var workbook = Sheets.Open(Made(District, "annex", Care.Full, 1).File.Content);
        using var document = Documents.Open(Made(District, "report", Care.Full, 1).File.Content);
        var validator = new OpenXmlValidator();

        Assert.Empty(validator.Validate(workbook, TestContext.Current.CancellationToken));
        Assert.Empty(validator.Validate(document, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void No_two_versions_are_the_same_file()
    {
        var files = All(District, "report", Care.Full)
            .Concat(All(District, "annex", Care.Full))
            .Select(made => Convert.ToHexString(made.File.Content.Span))
            .ToList();

        Assert.Equal(files.Distinct().Count(), files.Count);
    }

    private static IEnumerable<FilledForm> All(AssignmentId id, string part, Care care) =>
        Enumerable.Range(1, Drafts).Select(number => Made(id, part, care, number));

    private static FilledForm Made(AssignmentId id, string part, Care care, int number) =>
        Desk.Fill(Draft(id, part, care, number));

    private static Draft Draft(AssignmentId id, string part, Care care, int number) =>
        new(
            new PartId(id, part),
            Language.Vi,
            care,
            At,
            FormattableString.Invariant($"Báo cáo {number}"),
            FormattableString.Invariant($"Report {number}")
        );

    private static decimal? Number(
        Dictionary<(string Row, string Column), string> values,
        string indicator,
        string period
    ) =>
        values.TryGetValue((indicator, $"value/{period}"), out var text)
        && decimal.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    private static bool IsZip(FilledForm made) => made.File.Content.Span.StartsWith("PK"u8);

    private static PlanLookup Read()
    {
        var file = SourceTree.PathOf("plans/hanoi-01-ctr-tu/plan.yaml");
        return new PlanLookup(PlanFile.Read(File.ReadAllText(file), file, null).Plan!);
    }
}
