using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Deadlines;

/// <summary>The mistakes that products like this one have made about deadlines, each by its name.</summary>
public sealed class ClassicFailureTests
{
    [Theory]
    [InlineData("2024-09-30T23:59:59+07:00", TimelinessVerdict.Late)]
    [InlineData("2024-09-30T17:30:00Z", TimelinessVerdict.Refused)]
    [InlineData("2024-09-30T16:59:59Z", TimelinessVerdict.Late)]
    public void Date_cut_a_day_early_or_late_through_UTC(
        string committed,
        TimelinessVerdict verdict
    )
    {
        // In UTC all three lie on 30 September, and so does the close itself: only the instant can tell.
        Assert.Equal(30, At(committed).UtcDateTime.Day);
        Assert.Equal(30, Closes.Show(TimeZoneInfo.Utc).Day);
        Assert.Equal(
            verdict,
            Timeliness.Judge(Due, Closes, null, admitted: false, At(committed)).Verdict
        );
    }

    [Theory]
    [InlineData("2024-09-30T13:00:00-10:00", TimelinessVerdict.Refused)]
    [InlineData("2024-10-01T06:00:00+14:00", TimelinessVerdict.Late)]
    public void Local_times_compared_instead_of_instants(
        string committed,
        TimelinessVerdict verdict
    )
    {
        var local = At(committed);
        var close = Closes.Show(TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"));

        // The clock on the wall says the opposite of what is so.
        Assert.Equal(verdict == TimelinessVerdict.Refused, local.DateTime < close.DateTime);
        Assert.Equal(verdict, Timeliness.Judge(Due, Closes, null, admitted: false, local).Verdict);
    }

    [Fact]
    public void Inclusive_and_exclusive_mixed_up()
    {
        var due = Due.Show(TimeZoneInfo.Utc);
        var closes = Closes.Show(TimeZoneInfo.Utc);
        TimelinessVerdict Of(DateTimeOffset committed) =>
            Timeliness.Judge(Due, Closes, null, admitted: false, committed).Verdict;

        Assert.Equal(TimelinessVerdict.OnTime, Of(due.AddTicks(-1)));
        Assert.Equal(TimelinessVerdict.Late, Of(due));
        Assert.Equal(TimelinessVerdict.Late, Of(closes.AddTicks(-1)));
        Assert.Equal(TimelinessVerdict.Refused, Of(closes));
        Assert.Equal(TimeSpan.Zero, Due.Remaining(due));
        Assert.False(State(Opened()).Current!.IsOpen(closes));
        Assert.True(State(Opened()).Current!.IsOpen(closes.AddTicks(-1)));
    }

    [Fact]
    public void Overwritten_after_the_deadline()
    {
        var state = State(
            Opened(),
            Recorded("2024-09-09T10:00:00+07:00"),
            new AssignmentEvent.SubmissionRecorded(
                Submission(At("2024-09-12T10:00:00+07:00"), permission: "p2")
            ),
            new AssignmentEvent.SubmissionRecorded(
                Submission(At("2024-10-02T10:00:00+07:00"), permission: "p3")
            )
        );

        Assert.EndsWith("/p1", state.Counting("report")!.BlobName, StringComparison.Ordinal);
        Assert.Equal(TimelinessVerdict.OnTime, state.Timeliness);
        Assert.Equal(3, state.Submissions.Count);
    }

    [Fact]
    public void Time_stamps_that_can_be_edited()
    {
        var stream = Stream(BaDinh.Stream, Opened(), Recorded("2024-10-01T00:00:01+07:00"));
        var punctual = stream[1] with
        {
            Body = stream[1]
                .Body.Replace(
                    "2024-10-01T00:00:01",
                    "2024-09-09T00:00:01",
                    StringComparison.Ordinal
                ),
        };
        var noticed = stream[1] with { RecordedAt = stream[1].RecordedAt.AddDays(-30) };

        Assert.NotEqual(stream[1].Body, punctual.Body);
        Assert.Same(punctual, Chain.FirstBroken([stream[0], punctual]));
        Assert.Same(noticed, Chain.FirstBroken([stream[0], noticed]));
    }

    [Fact]
    public void A_server_that_was_slow_to_notice()
    {
        var slow = Submission(At("2024-09-10T23:59:59+07:00")) with
        {
            Noticed = At("2024-09-13T08:00:00+07:00"),
        };

        Assert.Equal(TimelinessVerdict.OnTime, slow.Judgement.Verdict);
    }
}
