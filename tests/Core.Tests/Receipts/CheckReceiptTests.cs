using System.Text.Json;
using ProgramReview.Core.Events;
using ProgramReview.Core.Receipts;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Receipts;

/// <summary>Two receipts about one file: of its storing at once, and of what it holds.</summary>
public sealed class CheckReceiptTests
{
    private static readonly AssignmentEvent.SubmissionRecorded First = Unchecked(
        "2024-09-09T16:02:11+07:00"
    );

    [Fact]
    public void The_first_says_that_checks_are_outstanding_and_leaves_out_what_it_cannot_know()
    {
        var receipt = ReceiptOf.Submission(
            Signed.Place(Opened(), Recorded("2024-09-08T16:02:11+07:00")),
            Unchecked("2024-09-09T16:02:11+07:00", "p2").Submission,
            Opening
        );

        using var json = JsonDocument.Parse(receipt.ToBytes());
        Assert.Equal("Outstanding", json.RootElement.GetProperty("checks").GetString());
        Assert.False(json.RootElement.GetProperty("acceptance").TryGetProperty("accepted", out _));
        Assert.False(json.RootElement.TryGetProperty("replaces", out _));
        Assert.Equal("OnTime", Verdict(json));
    }

    [Fact]
    public void What_its_shape_decides_needs_no_second_one()
    {
        var receipt = ReceiptOf.Submission(
            Signed.Place(Opened()),
            Submission(At("2024-09-09T16:02:11+07:00"), finding: Severity.Error),
            Opening
        );

        Assert.Null(receipt.Checks);
        Assert.False(receipt.Acceptance.Accepted);
    }

    [Fact]
    public void The_second_tells_the_same_of_the_file_and_whether_it_counts()
    {
        var place = Signed.Place(Opened(), First);
        var first = ReceiptOf.Submission(Signed.Place(Opened()), First.Submission, null);

        var second = ReceiptOf.Checked(
            place,
            place.Entries[1],
            Checked([new("target-far", Severity.Query, []), new("target-far", Severity.Query, [])])
        );

        Assert.Equal(ReceiptChecks.Done, second.Checks);
        Assert.Equal(first.Number, second.Follows);
        Assert.Equal(first.File, second.File);
        Assert.Equal(first.Timeliness, second.Timeliness);
        Assert.Equal(first.Instants.Committed, second.Instants.Committed);
        Assert.True(second.Acceptance.Accepted);
        Assert.Equal(["target-far"], second.Acceptance.Findings);
        Assert.Equal("hanoi-01-ctr-tu.ba-dinh.district/3", second.Number);
    }

    [Fact]
    public void The_second_names_the_version_that_it_replaces()
    {
        var place = Signed.Place(
            Opened(),
            First,
            Checked([]),
            Unchecked("2024-09-10T09:00:00+07:00", "p2")
        );

        Assert.Equal(
            "hanoi-01-ctr-tu.ba-dinh.district/2",
            ReceiptOf.Checked(place, place.Entries[3], Checked([], "p2")).Replaces
        );
        Assert.Null(
            ReceiptOf
                .Checked(
                    place,
                    place.Entries[3],
                    Checked([new("section-empty", Severity.Error, [])], "p2")
                )
                .Replaces
        );
    }

    private static string? Verdict(JsonDocument json) =>
        json.RootElement.GetProperty("timeliness").GetProperty("verdict").GetString();
}
