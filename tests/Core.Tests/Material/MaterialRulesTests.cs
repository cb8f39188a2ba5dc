using ProgramReview.Core.Events;
using ProgramReview.Core.Material;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Narrative;
using ProgramReview.Core.Tests.Checking.Planted;
using Xunit;

namespace ProgramReview.Core.Tests.Material;

public sealed class MaterialRulesTests
{
    private static readonly AssignmentId Report = new(
        PlantedPlan.Lookup.Plan.Cycle,
        "ba-dinh",
        "district"
    );

    [Fact]
    public void Every_report_but_the_consolidated_one_is_in_one_step_of_at_most_a_hundred()
    {
        var steps = MaterialRules.Steps(PlantedPlan.Lookup);

        Assert.All(steps, step => Assert.InRange(step.Count, 1, MaterialPiece.Most));
        Assert.Equal(
            PlantedPlan.Lookup.Assignments.Where(id =>
                id.ReportType != PlantedPlan.Lookup.Plan.ConsolidatedReport
            ),
            steps.SelectMany(step => step)
        );
    }

    // csharpier-ignore - a table reads by the line
    public static TheoryData<string, int?, int?, bool> Askings =>
        new()
        {
            { "never asked, not open", null, null, false },
            { "never asked, open", 0, null, true },
            { "asked before it opened", 0, -1, true },
            { "asked when it opened", 1, 1, false },
            { "asked 23 hours ago", -48, -23, false },
            { "asked a day ago", -48, -24, true },
        };

    /// <summary>Hours from the present.</summary>
    [Theory, MemberData(nameof(Askings))]
    public void It_is_made_when_that_report_opens_and_day_by_day(
        string why,
        int? opened,
        int? asked,
        bool isDue
    )
    {
        var now = Given.Opening.AddDays(9);
        var row = Row(opened is { } hours ? now.AddHours(hours) : null);
        var cycle = asked is { } at ? Made(now.AddHours(at)) : CycleState.None;

        Assert.True(isDue == MaterialRules.IsDue(cycle, row, now), why);
    }

    [Fact]
    public void While_it_is_made_nobody_asks_for_more()
    {
        var now = Given.Opening.AddDays(9);

        Assert.False(
            MaterialRules.IsDue(
                Of((new CycleEvent.MaterialAsked(), now.AddDays(-3))),
                Row(now.AddDays(-4)),
                now
            )
        );
    }

    [Theory]
    [InlineData(-15, true)]
    [InlineData(-14, false)]
    public void Whoever_presses_again_and_again_has_it_made_once(int minutes, bool may)
    {
        var now = Given.Opening.AddDays(9);

        Assert.Equal(may, MaterialRules.MayAsk(Made(now.AddMinutes(minutes)), now));
        Assert.True(MaterialRules.MayAsk(CycleState.None, now));
        Assert.False(
            MaterialRules.MayAsk(Of((new CycleEvent.MaterialAsked(), now.AddDays(-3))), now)
        );
    }

    [Fact]
    public void While_approvers_decide_no_robot_at_an_old_link_has_anything_made()
    {
        var now = Given.Opening.AddDays(9);
        (CycleEvent, DateTimeOffset) compiled = (new CycleEvent.DossierCompiled(1, "d"), now);

        Assert.False(MaterialRules.MayAsk(Of(compiled), now));
        Assert.True(
            MaterialRules.MayAsk(
                Of(
                    compiled,
                    (
                        new CycleEvent.RoundVoided(
                            1,
                            "d",
                            VoidingCause.Returned,
                            Report,
                            null,
                            "",
                            "k"
                        ),
                        now
                    )
                ),
                now
            )
        );
    }

    [Fact]
    public void The_same_reports_are_the_same_piece_and_another_file_is_another()
    {
        var piece = Piece("a");

        Assert.Equal(piece.Hash(), Piece("a").Hash());
        Assert.NotEqual(piece.Hash(), Piece("b").Hash());
    }

    [Theory]
    [InlineData(null, "a", 1)]
    [InlineData("a", null, 1)]
    [InlineData("a", "b", 1)]
    [InlineData("a", "a", 0)]
    [InlineData(null, null, 0)]
    public void What_came_went_or_changed_is_named(string? before, string? after, int count)
    {
        var changes = MaterialChanges.None.With(Piece(before), Piece(after));

        Assert.Equal(count, changes.Count);
        Assert.Equal(count == 0 ? [] : [new MaterialChange(Report, before, after)], changes.First);
    }

    [Fact]
    public void More_changes_than_anybody_reads_are_counted()
    {
        var changes = MaterialChanges.None;
        for (var i = 0; i < MaterialChanges.Most + 7; i++)
        {
            changes = changes.With(null, Piece("a"));
        }

        Assert.Equal(MaterialChanges.Most + 7, changes.Count);
        Assert.Equal(MaterialChanges.Most, changes.First.Count);
    }

    [Fact]
    public void A_section_longer_than_a_report_is_cut_and_says_so()
    {
        var section = new SectionText(
            "results",
            "I",
            [.. Enumerable.Range(1, 30).Select(_ => new TextParagraph(new string('a', 10_000)))]
        );

        var cut = MaterialSection.Of(Report, section)!;

        Assert.True(cut.IsCut);
        Assert.Equal(20, cut.Paragraphs.Count);
        Assert.Null(MaterialSection.Of(Report, section with { Paragraphs = [] }));
    }

    private static MaterialPiece Piece(string? sha256) =>
        MaterialPiece.Of([new MaterialReport(Report) { Sha256 = sha256 }]);

    private static AssignmentRow Row(DateTimeOffset? opened) =>
        AssignmentRow.Of(Report, new EventStream(Report.Stream, [])) with
        {
            OpenedAt = opened,
        };

    private static CycleState Made(DateTimeOffset at) =>
        Of(
            (new CycleEvent.MaterialAsked(), at),
            (new CycleEvent.MaterialMade(1, "m", 3, 3), at.AddMinutes(1))
        );

    private static CycleState Of(params (CycleEvent Event, DateTimeOffset At)[] events) =>
        CycleState.Of(
            events.Select(
                (one, i) =>
                    new Entry(
                        Report.Cycle.Stream,
                        i + 1,
                        one.At,
                        $"key-{i}",
                        EventJson.Write(one.Event),
                        Chain.Origin,
                        Chain.Origin
                    )
            )
        );
}
