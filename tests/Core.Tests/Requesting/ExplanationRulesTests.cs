using ProgramReview.Core.Events;
using ProgramReview.Core.Requesting;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Requesting;

public sealed class ExplanationRulesTests
{
    private static readonly DateTimeOffset InWindow = At("2024-09-10T12:00:00+07:00");
    private static readonly DateTimeOffset AfterClose = At("2024-10-01T12:00:00+07:00");
    private static readonly Finding Query = new("target-far", Severity.Query, ["42"]);
    private static readonly AssignmentState Asked = State(
        Opened(),
        Unchecked("2024-09-09T09:00:00+07:00"),
        Checked([Query])
    );

    [Fact]
    public void An_explanation_is_kept_whole_with_its_person()
    {
        var text = new string('ộ', ExplanationRules.MaxLength);

        var (@event, _) = ExplanationRules.Decide(
            Asked,
            "p",
            part: null,
            Query.Key,
            text,
            InWindow
        );

        Assert.Equal(new(1, "report", Query.Key, text, "p"), @event);
    }

    [Fact]
    public void Its_lines_stay_lines()
    {
        var (@event, _) = ExplanationRules.Decide(
            Asked,
            "p",
            part: null,
            Query.Key,
            "2023: 12\n34 in 2024",
            InWindow
        );

        Assert.Equal("2023: 12\n34 in 2024", @event!.Text);
    }

    [Fact]
    public void Of_one_query_about_two_parts_that_is_answered_which_was_asked_about()
    {
        var both = State(
            Opened() with
            {
                Parts = [new("report", Required: true), new("annex", Required: true)],
            },
            Unchecked("2024-09-09T09:00:00+07:00"),
            Checked([Query]),
            Unchecked("2024-09-09T09:00:00+07:00", part: "annex"),
            Checked([Query], part: "annex")
        );

        var (@event, _) = ExplanationRules.Decide(both, "p", "annex", Query.Key, "x", InWindow);

        Assert.Equal("annex", @event?.Part);
    }

    [Fact]
    public void It_is_refused_rather_than_cut() =>
        Assert.Equal(
            "explanation-too-long",
            WhyNot(Asked, new string('ộ', ExplanationRules.MaxLength + 1), InWindow)
        );

    [Fact]
    public void It_says_something() =>
        Assert.Equal("explanation-missing", WhyNot(Asked, " \u200b ", InWindow));

    [Fact]
    public void It_is_about_a_query_that_is_asked() =>
        Assert.Equal(
            "query-unknown",
            WhyNot(State(Opened(), Unchecked("2024-09-09T09:00:00+07:00")), "x", InWindow)
        );

    [Fact]
    public void It_is_taken_until_the_close_and_no_later()
    {
        Assert.Null(WhyNot(Asked, "x", At("2024-09-30T23:59:59+07:00")));
        Assert.Equal("explaining-closed", WhyNot(Asked, "x", At("2024-10-01T00:00:00+07:00")));
    }

    [Fact]
    public void Or_until_the_end_of_corrections_where_the_part_can_be_corrected()
    {
        AssignmentState With(bool isCorrectable) =>
            State(
                Opened() with
                {
                    Checks = new CheckTerms(TimeSpan.FromHours(1), TimeSpan.FromDays(2)),
                },
                Unchecked("2024-09-09T09:00:00+07:00"),
                Checked(
                    [new("value-missing", Severity.Error, []), Query],
                    isCorrectable: isCorrectable
                )
            );

        Assert.Null(WhyNot(With(true), "x", AfterClose));
        Assert.Equal("explaining-closed", WhyNot(With(false), "x", AfterClose));
        Assert.Equal("explaining-closed", WhyNot(With(true), "x", At("2024-10-03T00:00:00+07:00")));
    }

    [Fact]
    public void A_stream_is_not_filled_with_answers()
    {
        var answered = Enumerable
            .Range(1, 5)
            .Aggregate(
                Asked,
                (state, number) =>
                    state.Apply(
                        new AssignmentEvent.Explained(1, "report", Query.Key, $"{number}", "p")
                    )
            );

        Assert.Equal("explained-often", WhyNot(answered, "x", InWindow));
    }

    private static string? WhyNot(AssignmentState state, string text, DateTimeOffset now) =>
        ExplanationRules.Decide(state, "p", part: null, Query.Key, text, now).Why?.Code;
}
