using ProgramReview.Core.Events;
using Xunit;

namespace ProgramReview.Core.Tests.Events;

public sealed class FindingCountTests
{
    private static readonly Finding Query = new("estimate-off-trend", Severity.Query, ["1"]);
    private static readonly Finding Other = new("estimate-off-trend", Severity.Query, ["2"]);
    private static readonly Finding Error = new("value-missing", Severity.Error, []);

    [Fact]
    public void A_report_counts_once_for_a_kind_however_many_places_it_has()
    {
        var state = Checked(Query, Other);

        var count = Assert.Single(FindingCount.Of(state));
        Assert.Equal(new("estimate-off-trend", Severity.Query, 1, 2, 0, 1, 0), count);
    }

    [Fact]
    public void What_was_explained_and_what_was_not_are_both_told()
    {
        var state = Checked(Query, Other)
            .Apply(new AssignmentEvent.Explained(1, "report", Query.Key, "So it is.", "p"));

        var count = Assert.Single(FindingCount.Of(state));
        Assert.Equal((1, 1), (count.Explained, count.Unexplained));
    }

    [Fact]
    public void What_was_overruled_stands_no_more_and_is_counted_as_that()
    {
        var state = Checked(Error)
            .Apply(new AssignmentEvent.Overruled(1, "report", "b", Error.Key, "o", "No."));

        var count = Assert.Single(FindingCount.Of(state));
        Assert.Equal(new("value-missing", Severity.Error, 1, 0, 0, 0, 1), count);
    }

    [Fact]
    public void Findings_that_are_not_listed_are_counted_with_their_kind()
    {
        var state = Checked(new Dictionary<string, int> { ["value-missing"] = 40 }, Error);

        var count = Assert.Single(FindingCount.Of(state));
        Assert.Equal(new("value-missing", Severity.Error, 1, 41, 0, 0, 0), count);
    }

    [Fact]
    public void A_node_adds_up_what_is_below_it_in_any_order()
    {
        var (one, two) = (Checked(Error, Query), Checked(Query, Other));
        IReadOnlyList<FindingCount> counts = [.. FindingCount.Of(one), .. FindingCount.Of(two)];

        var sum = FindingCount.Sum(counts);

        Assert.Equal(sum, FindingCount.Sum(counts.Reverse()));
        Assert.Equal(
            [
                new("estimate-off-trend", Severity.Query, 2, 3, 0, 2, 0),
                new("value-missing", Severity.Error, 1, 1, 0, 0, 0),
            ],
            sum
        );
    }

    private static AssignmentState Checked(params Finding[] findings) => Checked(null, findings);

    private static AssignmentState Checked(
        IReadOnlyDictionary<string, int>? more,
        params Finding[] findings
    ) =>
        AssignmentState
            .None.Apply(
                new AssignmentEvent.Opened(
                    1,
                    OpeningCause.Plan,
                    Given.Due,
                    Given.Closes,
                    Given.Whole,
                    null
                )
            )
            .Apply(
                new AssignmentEvent.SubmissionRecorded(
                    Given.Submission(Given.At("2024-09-09T10:11:12+07:00")) with
                    {
                        Window = 1,
                        Part = "report",
                        BlobName = "b",
                        Findings = [],
                        AwaitsCheck = true,
                    }
                )
            )
            .Apply(
                new AssignmentEvent.Checked(
                    1,
                    "report",
                    "b",
                    new ContentCheck
                    {
                        Reader = 1,
                        Rules = 1,
                        Findings = findings,
                        More = more,
                    }
                )
            );
}
