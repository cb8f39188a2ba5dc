using ProgramReview.Core.Checking;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Tests.Checking.Planted;
using Xunit;

namespace ProgramReview.Core.Tests.Checking;

public sealed class ContentChangesTests
{
    public static TheoryData<Language, int> Ways =>
        new(
            Enum.GetValues<Language>()
                .SelectMany(language => Enumerable.Range(1, 20).Select(seed => (language, seed)))
        );

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_same_report_has_no_changes_and_one_changed_section_is_that_one(
        Language language,
        int seed
    )
    {
        var (same, changed) = (
            new WrittenReport(language, seed),
            new WrittenReport(language, seed)
        );
        var section = changed.Sections[1];
        section.Body[0] += " 2030.";

        Assert.Equal(0, Between(Report(language, seed), same)!.Count);
        var change = Assert.Single(Between(Report(language, seed), changed)!.Sections);
        Assert.Equal(section.Code, change.Section);
        Assert.Equal(change.Before + 4, change.After);
    }

    [Fact]
    public void A_section_that_came_or_went_is_told_as_that()
    {
        var less = Report(Language.Vi, 7);
        var gone = less.Sections[^1];
        less.Sections.Remove(gone);

        var went = Between(Report(Language.Vi, 7), less)!.Sections;
        var came = Between(less, Report(Language.Vi, 7))!.Sections;

        Assert.Contains(went, change => change.Section == gone.Code && change.After is null);
        Assert.Contains(came, change => change.Section == gone.Code && change.Before is null);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Figures_are_compared_by_row_and_period_wherever_they_stand(
        Language language,
        int seed
    )
    {
        var (before, after) = (new WrittenAnnex(language, seed), new WrittenAnnex(language, seed));
        var row = after.Rows.First(one => one.Values.ContainsKey("y2023"));
        var number = row.Values["y2023"].Number!.Value;
        row.Values["y2023"] = WrittenCell.Of(number + 1);
        after.Rows.Reverse();

        var change = Assert.Single(Between(Annex(before), Annex(after))!.Figures);

        Assert.Equal((row.Code, "y2023"), (change.Indicator, change.Period));
        Assert.Equal(WrittenCell.Of(number).Written, change.Before);
        Assert.Equal(WrittenCell.Of(number + 1).Written, change.After);
    }

    [Fact]
    public void A_report_is_not_compared_with_an_annex_or_with_what_could_not_be_read()
    {
        var annex = Annex(new WrittenAnnex(Language.Vi, 1));
        var report = Subject(
            "report",
            new ContentFacts { Reader = 1, Document = Report(Language.Vi, 1).Facts() }
        );
        var nothing = Subject(
            "report",
            new ContentFacts { Reader = 1, Fault = ReadingFault.Damaged }
        );

        Assert.Null(ContentChanges.Between(report, annex));
        Assert.Null(ContentChanges.Between(nothing, report));
    }

    private static WrittenReport Report(Language language, int seed) => new(language, seed);

    private static ContentChanges? Between(WrittenReport before, WrittenReport after) =>
        ContentChanges.Between(
            Subject("report", new ContentFacts { Reader = 1, Document = before.Facts() }),
            Subject("report", new ContentFacts { Reader = 1, Document = after.Facts() })
        );

    private static ContentChanges? Between(CheckSubject before, CheckSubject after) =>
        ContentChanges.Between(before, after);

    private static CheckSubject Annex(WrittenAnnex annex) =>
        Subject("annex", new ContentFacts { Reader = 1, Annex = annex.Facts() });

    private static CheckSubject Subject(string part, ContentFacts facts) =>
        new(PlantedPlan.Lookup, PlantedPlan.Assignment, PlantedPlan.Report.FindPart(part)!, facts);
}
