using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Receipts;
using ProgramReview.Core.Tests.Receipts;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Audit;

/// <summary>What a scanner says is a fact of its own: of all that is said of a file the worst holds.</summary>
public sealed class ScannedTests
{
    private const string InTime = "2024-09-09T09:00:00+07:00";
    private const string Eicar = "Test.Eicar";

    [Fact]
    public void A_clean_file_still_waits_for_what_it_holds()
    {
        var state = State(Opened(), Unchecked(InTime), Scanned(ScanVerdict.Clean));

        Assert.True(state.Submissions[0].IsClean);
        Assert.True(state.Submissions[0].IsBeingChecked);
        Assert.False(state.IsAccepted);
        Assert.True(State([.. Events(ScanVerdict.Clean), Checked([])]).IsAccepted);
    }

    [Fact]
    public void Malware_ends_the_wait_and_keeps_the_file_from_counting_for_ever()
    {
        var state = State(Events(ScanVerdict.Malicious));

        Assert.False(state.Submissions[0].IsBeingChecked);
        Assert.Equal(
            [(ScanResult.Infected, Severity.Blocker, Eicar)],
            state.Submissions[0].Findings.Select(one => (one.Code, one.Severity, one.Arguments[0]))
        );
        Assert.Null(state.ChecksUntil());
        Assert.Equal(AssignmentPhase.ToMend, state.Phase(At(InTime)));
        // A check that comes all the same, and a verdict of another mind, change nothing.
        Assert.False(
            State([
                .. Events(ScanVerdict.Malicious),
                Checked([]),
                Scanned(ScanVerdict.Clean),
            ]).IsAccepted
        );
    }

    [Fact]
    public void Malware_that_is_found_later_takes_back_what_counted_and_another_version_steps_in()
    {
        Event[] before =
        [
            Opened(),
            Unchecked(InTime),
            Checked([]),
            Unchecked("2024-09-10T09:00:00+07:00", "p2"),
            Checked([], "p2"),
        ];

        var state = State([.. before, Scanned(ScanVerdict.Malicious, Eicar, "p2")]);

        Assert.EndsWith(
            "/p2",
            State(before).Counting("report")!.BlobName,
            StringComparison.Ordinal
        );
        Assert.EndsWith("/p1", state.Counting("report")!.BlobName, StringComparison.Ordinal);
        Assert.Equal(TimelinessVerdict.OnTime, state.Timeliness);
        Assert.False(State([.. before[..3], Scanned(ScanVerdict.Malicious, Eicar)]).IsAccepted);
    }

    [Fact]
    public void It_is_told_once_however_often_it_is_found() =>
        Assert.Single(
            State([.. Events(ScanVerdict.Malicious), Scanned(ScanVerdict.Malicious, "Other")])
                .Submissions[0]
                .Findings
        );

    [Fact]
    public void What_holds_malware_is_nothing_to_correct_after_the_close()
    {
        var terms = Opened() with
        {
            Checks = new CheckTerms(TimeSpan.FromHours(1), TimeSpan.FromDays(2)),
        };
        Event[] before =
        [
            terms,
            Unchecked(InTime),
            Checked([new("section-short", Severity.Error, [])], isCorrectable: true),
        ];

        Assert.Equal(["report"], State(before).Correctable());
        Assert.Empty(State([.. before, Scanned(ScanVerdict.Malicious, Eicar)]).Correctable());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(ScanVerdict.Clean, ScanVerdict.Clean)]
    [InlineData(ScanVerdict.Clean, ScanVerdict.NotScanned, ScanVerdict.Clean)]
    [InlineData(ScanVerdict.NotScanned, ScanVerdict.NotScanned)]
    [InlineData(ScanVerdict.Malicious, ScanVerdict.Clean, ScanVerdict.Malicious, ScanVerdict.Clean)]
    public void The_worst_holds(ScanVerdict? expected, params ScanVerdict[] said) =>
        Assert.Equal(expected, ScanResult.Worst(said.Select(one => new ScanResult(one, "s"))));

    [Fact]
    public void Rows_tell_of_malware_and_of_what_has_no_verdict()
    {
        var waiting = Row(Opened(), Unchecked(InTime));
        var clean = Row(Events(ScanVerdict.Clean));
        var infected = Row(Events(ScanVerdict.Malicious));
        var sum = NodeRow.Sum([
            .. new[] { waiting, clean, infected }.Select(row => NodeRow.Of(row, TimeZoneInfo.Utc)),
        ]);

        Assert.Equal((1, 1), (sum.Infected, sum.Unscanned));
        Assert.Equal(waiting.UnscannedSince, sum.UnscannedSince);
        Assert.Equal(Unchecked(InTime).Submission.Noticed, sum.UnscannedSince);
        Assert.Equal((null, null), (clean.UnscannedSince, clean.InfectedAt));
        Assert.Equal(Opening.AddMinutes(2), infected.InfectedAt);
    }

    [Fact]
    public void Its_receipt_takes_back_that_the_file_counts()
    {
        var place = Signed.Place(Opened(), Unchecked(InTime), Checked([]));

        var receipt = ReceiptOf.Infected(
            place,
            place.Entries[1],
            Scanned(ScanVerdict.Malicious, Eicar)
        );

        Assert.Equal(ReceiptChecks.Done, receipt.Checks);
        Assert.Equal(ReceiptNumber.Of(place.Entries[1]), receipt.Follows);
        Assert.False(receipt.Acceptance.Accepted);
        Assert.Equal([ScanResult.Infected], receipt.Acceptance.Findings);
    }

    private static Event[] Events(ScanVerdict verdict) =>
        [Opened(), Unchecked(InTime), Scanned(verdict, Eicar)];

    private static AssignmentRow Row(params Event[] events) =>
        AssignmentRow.Of(BaDinh, new EventStream(BaDinh.Stream, Stream(BaDinh.Stream, events)));
}
