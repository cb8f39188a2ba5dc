using ProgramReview.Core.Checking;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Checking;

public sealed class CheckResultTests
{
    private static readonly string[] Sections = ["leadership", "results", "lessons"];

    private static readonly PlanLookup Correcting = new(
        Plan().Plan with
        {
            Checking = new CheckingPlan
            {
                Corrections = TimeSpan.FromDays(2),
                Correctable =
                [
                    "value-missing",
                    "section-too-short",
                    "section-missing",
                    "section-empty",
                ],
            },
        }
    );

    [Theory]
    [InlineData("value-missing", Severity.Error, true, "the plan lists it")]
    [InlineData("value-falls", Severity.Error, false, "the plan does not list it")]
    [InlineData("value-falls", Severity.Query, true, "a query keeps nothing from counting")]
    [InlineData("value-missing", Severity.Blocker, false, "a blocker is never mended")]
    [InlineData(
        "section-missing",
        Severity.Error,
        false,
        "a section is not there, list or no list"
    )]
    [InlineData("annex-row-missing", Severity.Query, false, "a row is not there")]
    [InlineData("text-missing", Severity.Query, false, "a picture of an empty page is no report")]
    [InlineData("section-empty", Severity.Error, false, "headings alone are no report")]
    [InlineData("content-not-understood", Severity.Error, false, "nobody knows what was sent")]
    public void What_may_be_mended_after_the_close(
        string code,
        Severity severity,
        bool expected,
        string why
    ) => Assert.True(Of(new Finding(code, severity, [])).IsCorrectable == expected, why);

    [Fact]
    public void One_thing_that_may_not_be_mended_is_enough() =>
        Assert.False(
            Of(
                new Finding("value-missing", Severity.Error, []),
                new Finding("value-falls", Severity.Error, [])
            ).IsCorrectable
        );

    // Nobody gains two days by sending anything at all in the last minute.
    [Fact]
    public void A_file_of_rubbish_at_the_last_minute_buys_nothing()
    {
        Finding[] rubbish =
        [
            .. Sections.Select(section => new Finding(
                "section-missing",
                Severity.Error,
                [section]
            )),
        ];
        var check = Of(rubbish);
        var state = State(
            Opened(due: Closes) with
            {
                Checks = new CheckTerms(TimeSpan.FromHours(1), TimeSpan.FromDays(2)),
            },
            new AssignmentEvent.SubmissionRecorded(
                Submission(At("2024-09-30T23:59:00+07:00"), due: Closes) with
                {
                    AwaitsCheck = true,
                }
            ),
            Checked(rubbish) with
            {
                Check = check,
            }
        );

        Assert.Empty(state.Correctable());
    }

    [Fact]
    public void Without_corrections_in_the_plan_nothing_may_be_mended() =>
        Assert.False(
            CheckResult
                .Of(Plan(), 1, [new("value-missing", Severity.Error, [])], [], [])
                .IsCorrectable
        );

    [Fact]
    public void Of_a_kind_only_the_first_fifty_are_kept_and_the_rest_is_counted()
    {
        var check = Of([
            .. Enumerable
                .Range(0, 1000)
                .Select(row => new Finding("value-missing", Severity.Error, [$"{row}"])),
            new Finding("value-as-text", Severity.Info, []),
        ]);

        Assert.Equal(ContentCheck.MostOfAKind + 1, check.Findings.Count);
        Assert.Equal(950, Assert.Single(check.More!).Value);
    }

    [Theory]
    [InlineData(ContentCheck.NotChecked)]
    [InlineData(CheckResult.CouldNotBeRead)]
    public void What_nobody_could_check_never_counts_and_is_never_mended(string code)
    {
        var check = CheckResult.Nothing(code);
        var state = State(
            Opened(),
            Unchecked("2024-09-09T09:00:00+07:00"),
            Checked([]) with
            {
                Check = check,
            }
        );

        Assert.False(state.IsAccepted);
        Assert.False(check.IsCorrectable);
    }

    private static ContentCheck Of(params Finding[] findings) =>
        CheckResult.Of(Correcting, 1, findings, [], []);
}
