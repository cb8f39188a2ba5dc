using CsCheck;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Events;

public sealed class FairnessTests
{
    [Theory]
    [InlineData("2024-09-10T23:50:00+07:00", FairnessInstant.Due, -600)]
    [InlineData("2024-09-10T23:59:59+07:00", FairnessInstant.Due, -1)]
    [InlineData("2024-09-11T00:00:00+07:00", FairnessInstant.Due, 0)]
    [InlineData("2024-09-10T17:10:00Z", FairnessInstant.Due, 600)]
    [InlineData("2024-09-30T23:59:59.5+07:00", FairnessInstant.Closes, -0.5)]
    [InlineData("2024-10-01T00:10:00+07:00", FairnessInstant.Closes, 600)]
    public void A_commit_within_ten_minutes_of_an_instant_is_listed(
        string committed,
        FairnessInstant instant,
        double seconds
    )
    {
        var line = Assert.Single(Lines(Opened(), Recorded(committed)));

        Assert.Equal(instant, line.Instant);
        Assert.Equal(instant == FairnessInstant.Due ? Due : Closes, line.Limit);
        Assert.Equal(TimeSpan.FromSeconds(seconds), line.Distance);
    }

    [Theory]
    [InlineData("2024-09-10T23:49:59.9999999+07:00")]
    [InlineData("2024-09-11T00:10:00.0000001+07:00")]
    [InlineData("2024-08-20T12:00:00+07:00")]
    [InlineData("2024-10-01T00:10:01+07:00")]
    public void One_further_away_is_not(string committed) =>
        Assert.Empty(Lines(Opened(), Recorded(committed)));

    [Fact]
    public void A_line_has_every_instant_on_record_and_what_the_rule_said()
    {
        var committed = At("2024-09-10T23:59:58+07:00");
        var submission = Submission(committed);

        var line = Assert.Single(
            Lines(
                Opened(),
                new AssignmentEvent.UploadPermitted(
                    1,
                    submission.Part,
                    submission.BlobName,
                    "a.docx",
                    "p-1",
                    committed
                ),
                new AssignmentEvent.SubmissionRecorded(submission)
            )
        );

        Assert.Equal(Opening.AddMinutes(1), line.Permitted);
        Assert.Equal(committed, line.Committed);
        Assert.Equal(committed.AddMinutes(7), line.Noticed);
        Assert.Equal(Opening.AddMinutes(2), line.Recorded);
        Assert.Equal(3, line.Sequence);
        Assert.Equal(1, line.Window);
        Assert.Equal(BaDinh, line.Assignment);
        Assert.Equal(Channel.BlobCreated, line.Channel);
        Assert.Equal(TimelinessVerdict.OnTime, line.Verdict);
        Assert.Equal(TimelinessReason.BeforeDue, line.Reason);
    }

    [Fact]
    public void After_an_extension_the_instant_in_force_counts()
    {
        var extended = Instant("2024-09-16T00:00:00+07:00");
        var submission = Submission(At("2024-09-16T00:00:01+07:00"), extension: extended);

        var line = Assert.Single(
            Lines(
                Opened(),
                new AssignmentEvent.DueExtended(1, Due, extended, Closes, "operator", "Lũ lụt"),
                new AssignmentEvent.SubmissionRecorded(submission)
            )
        );

        Assert.Equal(extended, line.Limit);
        Assert.Equal(TimeSpan.FromSeconds(1), line.Distance);
        Assert.Equal(TimelinessVerdict.Late, line.Verdict);
    }

    // Events of a stream are a minute apart, beginning with the opening.
    [Fact]
    public void An_attempt_refused_close_to_an_instant_is_listed_with_its_reason()
    {
        var closes = Deadline.At(Opening.AddMinutes(2));

        var line = Assert.Single(
            Lines(
                Opened(due: closes, closes: closes),
                new AssignmentEvent.Mailed("Request", "request-1-0", "p-1", MailResult.Sent),
                new AssignmentEvent.Exempted("operator", "–"),
                new AssignmentEvent.AttemptRefused(1, "report", "closed", "p-1", "a.docx")
            )
        );

        Assert.Equal("closed", line.Why?.Code);
        Assert.Equal(TimeSpan.FromMinutes(1), line.Distance);
        Assert.Null(line.Verdict);
        Assert.Null(line.Committed);
    }

    [Fact]
    public void An_attempt_before_anything_opened_is_close_to_nothing() =>
        Assert.Empty(
            Lines(new AssignmentEvent.AttemptRefused(0, "report", "not-open-yet", "p-1", null))
        );

    [Fact]
    public void The_distance_always_agrees_with_the_verdict() =>
        Gen.Int[-600_000, 600_000]
            .Sample(
                milliseconds =>
                {
                    var committed = Due.Show(TimeZoneInfo.Utc).AddMilliseconds(milliseconds);
                    var line = Lines(
                            Opened(),
                            new AssignmentEvent.SubmissionRecorded(Submission(committed))
                        )
                        .Single();
                    return line.Distance < TimeSpan.Zero
                        == (line.Verdict == TimelinessVerdict.OnTime);
                },
                iter: 2_000
            );

    private static IEnumerable<FairnessLine> Lines(params IEnumerable<Event> events) =>
        Fairness.Of(BaDinh, Stream(BaDinh.Stream, events));
}
