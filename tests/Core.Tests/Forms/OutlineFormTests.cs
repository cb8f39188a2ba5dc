using ProgramReview.Core.Forms;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Tests.Planning;
using Xunit;

namespace ProgramReview.Core.Tests.Forms;

public sealed class OutlineFormTests
{
    private static readonly PlanLookup Figures = new(SamplePlan.Figures);

    [Fact]
    public void It_is_laid_out_by_the_rules_of_its_body()
    {
        var (party, state) = (Of("north", "part"), Of("agency", "summary"));

        Assert.Equal(DocumentStyle.Party, party.Style);
        Assert.Equal(["I-", "II-"], party.Sections.Select(section => section.Number));
        Assert.Equal(DocumentStyle.State, state.Style);
        Assert.Equal(["I.", "II."], state.Sections.Select(section => section.Number));
    }

    [Fact]
    public void Above_a_body_stands_its_parent_or_whose_programme_it_is()
    {
        Assert.Equal(SamplePlan.Text("north"), Of("village", "part").Superior);
        Assert.Equal(SamplePlan.Text("committee"), Of("north", "part").Superior);
    }

    [Fact]
    public void Nobody_stands_above_the_body_whose_programme_it_is()
    {
        var own = SamplePlan.Figures with
        {
            Programme = SamplePlan.Figures.Programme with { Committee = SamplePlan.Text("north") },
        };

        Assert.Null(
            OutlineForm.Of(new PlanLookup(own), AssignmentId.Parse("sample.north.part")).Superior
        );
    }

    [Fact]
    public void Sections_that_nobody_looks_for_have_their_headings_too()
    {
        var form = OutlineForm.Of(
            new PlanLookup(SamplePlan.Plan),
            AssignmentId.Parse("sample.north.part")
        );

        Assert.Null(Assert.Single(form.Sections).Section.Code);
    }

    [Theory]
    [InlineData(1, "I")]
    [InlineData(4, "IV")]
    [InlineData(9, "IX")]
    [InlineData(14, "XIV")]
    [InlineData(40, "XL")]
    [InlineData(99, "XCIX")]
    [InlineData(444, "CDXLIV")]
    [InlineData(1990, "MCMXC")]
    public void Sections_are_numbered_in_Roman_numerals(int number, string numeral) =>
        Assert.Equal(numeral, Roman.Of(number));

    [Fact]
    public void No_numeral_is_below_one() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Roman.Of(0));

    private static OutlineForm Of(string body, string type) =>
        OutlineForm.Of(Figures, new AssignmentId(new CycleId("sample"), body, type));
}
