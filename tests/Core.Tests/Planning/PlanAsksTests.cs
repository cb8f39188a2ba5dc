using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using Xunit;
using static ProgramReview.Core.Tests.Planning.SamplePlan;

namespace ProgramReview.Core.Tests.Planning;

public sealed class PlanAsksTests
{
    [Fact]
    public void A_report_without_parts_is_one_required_part()
    {
        var type = SamplePlan.Plan.ReportTypes[0];

        var part = Assert.Single(ReportPart.Of(type));

        Assert.Equal(ReportPart.Whole, part.Code);
        Assert.Equal((PartKind.Report, true), (part.Kind, part.Required));
        Assert.Same(type.Formats, part.Formats);
    }

    [Fact]
    public void A_report_consists_of_the_parts_that_its_plan_names() =>
        Assert.Equal(
            ["report", "annex", "signed"],
            ReportPart.Of(SamplePlan.Figures.ReportTypes[0]).Select(part => part.Code)
        );

    [Fact]
    public void Every_kind_of_part_has_a_format_and_figures_need_a_sheet()
    {
        Assert.All(
            Enum.GetValues<PartKind>(),
            kind => Assert.NotEmpty(ReportPart.FormatsFor(kind))
        );
        Assert.Equal(
            [FileFormat.Xlsx, FileFormat.Xls, FileFormat.Csv],
            ReportPart.FormatsFor(PartKind.Annex)
        );
    }

    [Fact]
    public void A_kind_of_bodies_writes_in_its_style_and_the_others_as_the_state_does()
    {
        Assert.Equal(DocumentStyle.Party, SamplePlan.Figures.StyleOf(SamplePlan.Figures.Bodies[1]));
        Assert.Equal(DocumentStyle.State, SamplePlan.Figures.StyleOf(SamplePlan.Figures.Bodies[0]));
        Assert.Equal(DocumentStyle.State, SamplePlan.Plan.StyleOf(SamplePlan.Figures.Bodies[1]));
    }

    [Fact]
    public void Sections_without_a_code_are_told_but_not_looked_for()
    {
        var plan = SamplePlan.Figures with
        {
            ReportTypes =
            [
                SamplePlan.Figures.ReportTypes[0] with
                {
                    Outline = [Text("opening"), Section("results")],
                },
                SamplePlan.Figures.ReportTypes[1],
            ],
        };

        Assert.Equal(
            ["results"],
            new PlanLookup(plan).OutlineOf("part").Select(section => section.Code)
        );
    }

    [Fact]
    public void Texts_and_files_are_closed_unless_the_plan_opens_them()
    {
        var publication = SamplePlan.Figures.Publication!;

        Assert.True(publication.ShowsPart(Readers.Everybody, "summary", "report"));
        Assert.False(publication.ShowsPart(Readers.Everybody, "summary", "annex"));
        Assert.False(publication.ShowsPart(Readers.Everybody, "part", "report"));
        Assert.True(publication.ShowsSection(Readers.Everybody, "summary", "annex", "results"));
        Assert.False(publication.ShowsSection(Readers.Everybody, "summary", "annex", "outlook"));
        Assert.False(publication.ShowsSection(Readers.Everybody, "part", "report", "results"));
        // What stands in a file that is open can be read in it.
        Assert.True(publication.ShowsSection(Readers.Everybody, "summary", "report", "outlook"));
        Assert.True(publication.ShowsSection(Readers.Everybody, "summary", "report", null));
        Assert.False(publication.ShowsSection(Readers.Everybody, "summary", "annex", null));
    }

    [Fact]
    public void Unsaid_the_list_and_the_figures_are_open_and_nothing_else()
    {
        var unsaid = PublicationPlan.Unsaid;

        Assert.Equal((Readers.Everybody, Readers.Everybody), (unsaid.Reports, unsaid.Figures));
        Assert.False(unsaid.ShowsPart(Readers.Everybody, "summary", "report"));
        Assert.False(unsaid.ShowsSection(Readers.Everybody, "summary", "report", "results"));
        Assert.False(PublicationPlan.ShowsExplanations(Readers.Everybody));
    }

    [Fact]
    public void Participants_read_all_of_it()
    {
        var publication = new PublicationPlan(Readers.Participants, Readers.Participants, []);

        Assert.True(publication.ShowsReports(Readers.Participants));
        Assert.True(publication.ShowsFigures(Readers.Participants));
        Assert.True(publication.ShowsPart(Readers.Participants, "summary", "report"));
        Assert.True(publication.ShowsSection(Readers.Participants, "summary", "report", null));
        Assert.True(PublicationPlan.ShowsExplanations(Readers.Participants));
        Assert.False(publication.ShowsReports(Readers.Everybody));
        Assert.False(publication.ShowsFigures(Readers.Everybody));
    }

    [Fact]
    public void A_report_is_called_by_its_title_where_it_has_no_short_one()
    {
        Assert.Equal("short", SamplePlan.Figures.ReportTypes[0].Brief.En);
        Assert.Equal("part", SamplePlan.Plan.ReportTypes[0].Brief.En);
    }

    [Fact]
    public void A_check_weighs_what_the_plan_says_or_else_as_usual()
    {
        var said = new CheckingPlan
        {
            Weights = [new("section-missing", Severity.Query), new("target-far", null)],
        };

        Assert.Equal(Severity.Query, said.WeightOf(CheckCatalogue.Of("section-missing")));
        Assert.Null(said.WeightOf(CheckCatalogue.Of("target-far")));
        Assert.Equal(Severity.Error, said.WeightOf(CheckCatalogue.Of("section-empty")));
        Assert.Equal(TimeSpan.FromHours(1), said.WaitAtMost);
    }

    [Fact]
    public void A_stage_ends_when_no_correction_is_taken_any_more()
    {
        var plan = SamplePlan.Plan with
        {
            Checking = new CheckingPlan { Corrections = TimeSpan.FromDays(2) },
        };

        Assert.Equal(
            ApprovalSpan.FirstRoundOpens(SamplePlan.Plan) + TimeSpan.FromDays(2),
            ApprovalSpan.FirstRoundOpens(plan)
        );
    }
}
