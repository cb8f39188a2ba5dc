using ProgramReview.Core.Forms;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Tests.Planning;
using Xunit;

namespace ProgramReview.Core.Tests.Forms;

public sealed class AnnexFormTests
{
    private static readonly AssignmentId North = AssignmentId.Parse("sample.north.part");
    private static readonly AssignmentId South = AssignmentId.Parse("sample.south.part");

    [Fact]
    public void It_has_a_row_an_indicator_and_a_column_a_period_side_by_side() =>
        Assert.Equal(
            [
                "number",
                "name",
                "unit",
                "target",
                "value/y2023",
                "value/m9-2024",
                "value/e2024",
                "preliminary/m9-2024",
                "reason",
                "remark",
                "earlier/y2023",
                "source",
            ],
            Of(SamplePlan.Figures, North).Columns.Select(column => column.Code)
        );

    [Fact]
    public void Every_row_has_a_cell_for_every_column()
    {
        var form = Of(SamplePlan.Figures, North);

        Assert.Equal(["members", "share", "rank"], form.Rows.Select(row => row.Indicator));
        Assert.All(form.Rows, row => Assert.Equal(form.Columns.Count, row.Cells.Count));
        Assert.Equal(
            [1, 2, 3],
            form.Rows.Select(row => Assert.IsType<AnnexCell.Ordinal>(row.Cells[0]).Number)
        );
    }

    [Fact]
    public void What_was_known_before_stands_with_its_source_and_nothing_is_zero()
    {
        var form = Of(SamplePlan.Figures, North);

        Assert.Equal(new AnnexCell.Blank(), Cell(form, "members", "earlier/y2023"));
        Assert.Equal(new AnnexCell.Blank(), Cell(form, "members", "source"));
        Assert.Equal(new AnnexCell.Figure(12.5m, 2), Cell(form, "share", "earlier/y2023"));
        Assert.Equal(
            new AnnexCell.Words(SamplePlan.Text("y2023: source")),
            Cell(form, "share", "source")
        );
        Assert.Equal(new AnnexCell.Figure(12, 0), Cell(form, "rank", "earlier/y2023"));
    }

    [Fact]
    public void A_target_is_told_where_the_programme_has_one()
    {
        var form = Of(SamplePlan.Figures, South);

        Assert.Equal(new AnnexCell.Figure(10_000, 0), Cell(form, "members", "target"));
        Assert.Equal(new AnnexCell.Blank(), Cell(form, "share", "target"));
    }

    [Fact]
    public void What_nobody_needs_has_no_column()
    {
        var bare = SamplePlan.Figures with
        {
            Periods = [SamplePlan.Period("y2023", new DateOnly(2023, 12, 31))],
            Indicators = [SamplePlan.Indicator("members", IndicatorKind.Count)],
        };
        var cumulative = bare with { Indicators = [bare.Indicators[0] with { Cumulative = true }] };

        Assert.Equal(
            ["number", "name", "unit", "value/y2023", "reason", "remark"],
            Of(bare, North).Columns.Select(column => column.Code)
        );
        Assert.Equal(
            new AnnexCell.Span(FromStart: true),
            Cell(Of(cumulative, North), "members", "span")
        );
    }

    [Fact]
    public void It_bears_the_hash_of_its_definition() =>
        Assert.Equal(
            AnnexDefinition.Of(new PlanLookup(SamplePlan.Figures), North).Hash,
            Of(SamplePlan.Figures, North).Hash
        );

    [Fact]
    public void Who_is_asked_for_no_figures_has_no_annex() =>
        Assert.Null(AnnexForm.Of(new PlanLookup(SamplePlan.Plan), North));

    private static AnnexForm Of(Plan plan, AssignmentId assignment) =>
        AnnexForm.Of(new PlanLookup(plan), assignment)!;

    private static AnnexCell Cell(AnnexForm form, string indicator, string column) =>
        form.Rows.Single(row => row.Indicator == indicator).Cells[
            form.Columns.Index().Single(one => one.Item.Code == column).Index
        ];
}
