using ProgramReview.Core.Checking;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Audit;

/// <summary>Time and acceptance are two facts: what came is judged by its time at once, and counts when its content was looked at.</summary>
public sealed class CheckedTests
{
    private const string InTime = "2024-09-09T09:00:00+07:00";
    private const string Late = "2024-09-12T09:00:00+07:00";
    private const string TooLate = "2024-10-01T00:00:00+07:00";

    private static readonly DateTimeOffset Before = At("2024-09-10T00:00:00+07:00");
    private static readonly DateTimeOffset AfterDue = At("2024-09-12T00:00:00+07:00");
    private static readonly Finding Mend = new("section-empty", Severity.Error, ["Kết quả"]);
    private static readonly Finding Query = new("target-far", Severity.Query, ["42"])
    {
        Place = new FindingPlace { Indicator = "members", Paragraph = 3 },
    };

    private static readonly AssignmentEvent.Explained Explanation = new(
        1,
        "report",
        Query.Key,
        "Two communes merged.",
        "p"
    );

    [Fact]
    public void Nothing_counts_before_its_check_says_so()
    {
        var state = State(Opened(), Unchecked(InTime));

        Assert.False(state.IsAccepted);
        Assert.Null(state.Timeliness);
        Assert.Equal(AssignmentPhase.BeingChecked, state.Phase(Before));
        Assert.Equal(AssignmentPhase.BeingChecked, state.Phase(AfterDue));
        Assert.True(state.IsAllSent);
        Assert.False(state.IsSettled);
    }

    [Fact]
    public void A_check_without_an_error_lets_it_count_by_the_time_it_came()
    {
        var state = State(Opened(), Unchecked(InTime), Checked([Query]));

        Assert.True(state.IsAccepted);
        Assert.Equal(TimelinessVerdict.OnTime, state.Timeliness);
        Assert.Equal(AssignmentPhase.OnTime, state.Phase(AfterDue));
        Assert.Equal(["target-far"], state.Submissions[0].Findings.Select(one => one.Code));
    }

    [Theory]
    [InlineData(Severity.Error)]
    [InlineData(Severity.Blocker)]
    public void A_check_with_an_error_makes_it_one_to_mend(Severity severity)
    {
        var state = State(
            Opened(),
            Unchecked(InTime),
            Checked([Mend with { Severity = severity }])
        );

        Assert.False(state.IsAccepted);
        Assert.Equal(AssignmentPhase.ToMend, state.Phase(Before));
        Assert.Null(state.ChecksUntil());
    }

    [Fact]
    public void A_former_version_goes_on_counting_while_the_next_is_checked_and_after_it_failed()
    {
        var waiting = State(
            Opened(),
            Unchecked(InTime),
            Checked([]),
            Unchecked("2024-09-10T09:00:00+07:00", "p2")
        );
        var failed = waiting.Apply(Checked([Mend], "p2"));

        Assert.Equal(AssignmentPhase.OnTime, waiting.Phase(AfterDue));
        Assert.EndsWith("p1", waiting.Counting("report")!.BlobName, StringComparison.Ordinal);
        Assert.EndsWith("p1", failed.Counting("report")!.BlobName, StringComparison.Ordinal);
        Assert.EndsWith(
            "p2",
            waiting.Apply(Checked([], "p2")).Counting("report")!.BlobName,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_a_check_said_first_stands()
    {
        var state = State(Opened(), Unchecked(InTime), Checked([Mend]), Checked([]));

        Assert.False(state.IsAccepted);
    }

    [Fact]
    public void The_wait_is_counted_from_the_close_or_from_the_file_whichever_is_later()
    {
        var early = State(Opened(), Unchecked(InTime));
        var noticedLate = State(
            Opened(),
            new AssignmentEvent.SubmissionRecorded(
                Submission(At(InTime)) with
                {
                    AwaitsCheck = true,
                    Noticed = At("2024-10-03T00:00:00+07:00"),
                }
            )
        );

        Assert.Equal(At("2024-10-01T01:00:00+07:00"), early.ChecksUntil());
        Assert.Equal(At("2024-10-03T01:00:00+07:00"), noticedLate.ChecksUntil());
        Assert.Null(State(Opened(), Unchecked(TooLate)).ChecksUntil());
    }

    [Fact]
    public void A_person_may_overrule_what_kept_it_from_counting_and_time_stays()
    {
        var failed = State(Opened(), Unchecked(InTime), Checked([Mend]));
        var overruled = failed.Apply(
            new AssignmentEvent.Overruled(
                1,
                "report",
                failed.Submissions[0].BlobName,
                Mend.Key,
                "Lan",
                "It stands in the annex."
            )
        );

        Assert.True(overruled.IsAccepted);
        Assert.Equal(TimelinessVerdict.OnTime, overruled.Timeliness);
        Assert.Empty(overruled.Submissions[0].Standing());
    }

    [Fact]
    public void A_finding_keeps_its_name_where_text_before_it_grows_and_gets_another_where_it_says_another_thing()
    {
        var moved = Query with { Place = Query.Place! with { Paragraph = 12, Page = 2 } };

        Assert.Equal(Query.Key, moved.Key);
        Assert.NotEqual(Query.Key, (Query with { Arguments = ["43"] }).Key);
        Assert.NotEqual(Query.Key, (Query with { Place = new() { Indicator = "other" } }).Key);
        Assert.Equal(Query.Key, (Query with { Severity = Severity.Error }).Key);
    }

    [Fact]
    public void An_explanation_answers_the_same_query_about_later_versions_too()
    {
        var state = State(
            Opened(),
            Unchecked(InTime),
            Checked([Query]),
            Explanation,
            Unchecked("2024-09-10T09:00:00+07:00", "p2"),
            Checked([Query with { Place = Query.Place! with { Paragraph = 9 } }], "p2")
        );

        Assert.Empty(state.Unexplained());
        Assert.Single(
            state
                .Apply(Unchecked("2024-09-10T10:00:00+07:00", "p3"))
                .Apply(Checked([Query with { Arguments = ["43"] }], "p3"))
                .Unexplained()
        );
    }

    [Fact]
    public void Where_the_plan_says_so_a_part_counts_only_once_every_query_is_explained()
    {
        var held = State(Opened(), Unchecked(InTime), Checked([Query], holdsUnexplained: true));

        Assert.False(held.IsAccepted);
        Assert.True(held.Apply(Explanation).IsAccepted);
        Assert.Equal(TimelinessVerdict.OnTime, held.Apply(Explanation).Timeliness);
    }

    [Fact]
    public void What_stays_unexplained_is_known_by_part_file_and_kind()
    {
        var state = State(Opened(), Unchecked(InTime), Checked([Query]));

        Assert.Equal(
            [new("report", state.Submissions[0].BlobName, Query.Key, "target-far")],
            UnexplainedQuery.Of(state)
        );
    }

    [Fact]
    public void What_was_found_in_two_versions_holds_only_while_both_count()
    {
        AskedPart[] parts = [new("report", true), new("annex", true)];
        const string Annex = "hanoi-01-ctr-tu/ba-dinh/district/1/annex/a1";
        var differs = new Finding("figure-differs", Severity.Query, ["12", "13"]);
        var state = State(
            Opened() with
            {
                Parts = parts,
            },
            Unchecked(InTime, "a1", "annex"),
            Checked([], "a1", "annex"),
            Unchecked(InTime, "r1"),
            Checked([], "r1", pairs: [new PairCheck(Annex, new string('a', 64), [differs])])
        );

        Assert.Equal("figure-differs", Assert.Single(state.Unexplained()).Query.Code);
        Assert.Empty(
            state
                .Apply(Unchecked("2024-09-10T09:00:00+07:00", "a2", "annex"))
                .Apply(Checked([], "a2", "annex"))
                .Unexplained()
        );
    }

    [Fact]
    public void Versions_that_come_to_count_together_are_compared_once()
    {
        AskedPart[] parts = [new("report", true), new("annex", true)];
        const string Annex = "hanoi-01-ctr-tu/ba-dinh/district/1/annex/a1";
        var wrong = new Finding("value-falls", Severity.Error, []);
        var apart = State(
            Opened() with
            {
                Parts = parts,
            },
            Unchecked(InTime, "a1", "annex"),
            Checked([wrong], "a1", "annex", beside: ["report"]),
            Unchecked(InTime, "r1"),
            Checked([], "r1", beside: ["annex"])
        );
        var together = apart.Apply(
            new AssignmentEvent.Overruled(1, "annex", Annex, wrong.Key, "Minh", "It is right.")
        );
        var (one, other) = Assert.Single(UncomparedPair.Of(together));
        var differs = new Finding("figure-differs", Severity.Query, ["12", "13"]);
        var compared = together.Apply(
            new AssignmentEvent.PairCompared(
                1,
                one.Part,
                one.BlobName,
                new PairCheck(other.BlobName, other.Sha256, [differs])
            )
        );

        Assert.Empty(UncomparedPair.Of(apart));
        Assert.Equal(("report", "annex"), (one.Part, other.Part));
        Assert.True(Standing.Of("district", together).IsBeingChecked);
        Assert.Empty(UncomparedPair.Of(compared));
        Assert.Equal("figure-differs", Assert.Single(compared.Unexplained()).Query.Code);
        Assert.False(Standing.Of("district", compared).IsBeingChecked);
        Assert.True(compared.IsAccepted);
    }

    [Fact]
    public void What_was_never_read_is_compared_with_nothing()
    {
        AskedPart[] parts = [new("report", true), new("annex", true)];
        var unread = Checked([], "a1", "annex") with
        {
            Check = CheckResult.Nothing(ContentCheck.NotChecked),
        };
        var state = State(
            Opened() with
            {
                Parts = parts,
            },
            Unchecked(InTime, "a1", "annex"),
            unread,
            new AssignmentEvent.Overruled(
                1,
                "annex",
                unread.BlobName,
                unread.Check.Findings[0].Key,
                "Minh",
                "I have read it."
            ),
            Unchecked(InTime, "r1"),
            Checked([], "r1", beside: ["annex"])
        );

        Assert.True(state.IsAccepted);
        Assert.Empty(UncomparedPair.Of(state));
    }

    [Theory]
    [InlineData(InTime, true, true, "it came on time and can be mended")]
    [InlineData(Late, true, false, "it came late")]
    [InlineData(InTime, false, false, "it is not of a kind that can be mended then")]
    public void A_part_can_be_corrected_after_the_close(
        string came,
        bool isCorrectable,
        bool expected,
        string why
    )
    {
        var state = State(
            Opened() with
            {
                Checks = new CheckTerms(TimeSpan.FromHours(1), TimeSpan.FromDays(2)),
            },
            Unchecked(came),
            Checked([Mend], isCorrectable: isCorrectable)
        );

        Assert.True(state.Correctable().Any() == expected, why);
        Assert.Empty(
            State(Opened(), Unchecked(came), Checked([Mend], isCorrectable: true)).Correctable()
        );
    }

    [Theory]
    [InlineData("2024-10-01T00:00:00+07:00", TimelinessVerdict.OnTime)]
    [InlineData("2024-10-02T23:59:59+07:00", TimelinessVerdict.OnTime)]
    [InlineData("2024-10-03T00:00:00+07:00", TimelinessVerdict.Refused)]
    [InlineData("2024-09-30T23:59:59+07:00", TimelinessVerdict.Late)]
    public void A_correction_is_on_time_from_the_close_to_the_end_of_corrections(
        string committed,
        TimelinessVerdict expected
    )
    {
        var window = State(
            Opened() with
            {
                Checks = new CheckTerms(TimeSpan.FromHours(1), TimeSpan.FromDays(2)),
            }
        ).Current!;

        var judgement = window.JudgeCorrection(At(committed));

        Assert.Equal(expected, judgement.Verdict);
        Assert.Equal(
            expected == TimelinessVerdict.OnTime,
            judgement.Reason == TimelinessReason.CorrectedAfterCloses
        );
    }
}
