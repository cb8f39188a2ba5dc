using ProgramReview.Core.Events;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Figures.Consistency;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Tests.Planning;
using Xunit;

namespace ProgramReview.Core.Tests.Figures.Consistency;

public sealed class FigureQuestionsTests
{
    private static readonly AssignmentId One = new(new("small"), "office", "r0");
    private static readonly AssignmentId Other = new(new("small"), "office", "r1");

    [Fact]
    public void Each_author_reads_their_own_value_first()
    {
        var twice = Found("between-twice-told", Severity.Query, Says(One, 31), Says(Other, 30));

        var own = Assert.Single(FigureQuestions.For([twice], One));
        var theirs = Assert.Single(FigureQuestions.For([twice], Other));

        Assert.Equal(["31", "30", Other.ToString()], own.Arguments);
        Assert.Equal(["30", "31", One.ToString()], theirs.Arguments);
        Assert.Equal("F31", own.Place!.Cell);
        Assert.Equal("F30", theirs.Place!.Cell);
        Assert.Empty(FigureQuestions.For([twice], One with { Body = "alpha" }));
    }

    [Fact]
    public void What_another_wrote_is_never_more_than_a_question_and_a_look_is_none()
    {
        var heavy = Found("between-parent", Severity.Error, Says(One, 31));
        var look = Found("between-outlier", Severity.Info, Says(One, 31));

        Assert.Equal(
            [("between-parent", Severity.Query)],
            FigureQuestions.For([heavy, look], One).Select(one => (one.Code, one.Severity))
        );
    }

    [Fact]
    public void Authors_are_asked_when_all_that_was_asked_for_is_settled()
    {
        var plan = new PlanLookup(SamplePlan.Figures);
        var tree = FigureTree.Of(plan);
        var types = plan
            .Assignments.Where(id => tree.PlaceOf(id) is not null)
            .Select(id => id.ReportType)
            .Distinct()
            .ToList();
        Assert.InRange(types.Count, 1, int.MaxValue);
        var first = types[0];
        var owed = plan.ReportType(first).OwedBy.Count;

        Assert.False(FigureStage.IsSettled(plan, NodeRow.Empty));
        Assert.False(FigureStage.IsSettled(plan, Stands(first, owed, isAccepted: false)));
        Assert.True(FigureStage.IsSettled(plan, Stands(first, owed, isAccepted: true)));
    }

    private static NodeRow Stands(string type, int count, bool isAccepted) =>
        new()
        {
            Standings =
            [
                new StandingCount(
                    new Standing(
                        type,
                        isAccepted ? AssignmentPhase.OnTime : AssignmentPhase.Open,
                        1,
                        IsRunning: true,
                        isAccepted,
                        null,
                        null
                    ),
                    count
                ),
            ],
        };

    private static ConsistencyFinding Found(
        string code,
        Severity severity,
        params FigureQuote[] sides
    ) => new(code, severity, new FanOutNode("office"), "members", "y2025", sides);

    private static FigureQuote.Report Says(AssignmentId assignment, decimal value) =>
        new(assignment, "annex", $"sha-{assignment.ReportType}", $"F{value}", "y2025", value);
}
