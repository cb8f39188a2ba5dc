using System.Text;
using System.Text.Json;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Receipts;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Receipts;

public sealed class ReceiptOfTests
{
    private static readonly RefusedAttempt TooLate = new(
        "report",
        new Finding("closed", Severity.Blocker, []),
        "ba-dinh-van-phong",
        "Báo cáo.docx",
        5,
        Channel.Page,
        At("2024-10-01T00:00:01+07:00")
    );

    // The shape is promised: names, order and form of every member.
    [Fact]
    public void A_receipt_has_the_documented_shape() =>
        Assert.Equal(
            """{"version":1,"number":"hanoi-01-ctr-tu.ba-dinh.district/2","attempt":"BytesStored","cycle":"hanoi-01-ctr-tu","body":"ba-dinh","bodyName":"ba-dinh","reportType":"district","reportTitle":"Báo cáo district","part":"report","partTitle":"Báo cáo district","window":1,"planVersion":1,"planHash":"""
                + $"\"{new string('b', 64)}\""
                + ""","person":"ba-dinh-van-phong","channel":"BlobCreated","file":{"name":"Báo cáo quận Ba Đình.docx","size":12345,"sha256":"""
                + $"\"{new string('a', 64)}\",\"browserSha256\":\"{new string('a', 64)}\""
                + ""","eTag":"\"0x8DCD\""},"instants":{"permitted":"2024-08-01T01:00:00+00:00","committed":"2024-09-09T09:02:11+00:00","noticed":"2024-09-09T09:09:11+00:00","judged":"2024-09-09T09:02:13.5+00:00"},"timeliness":{"verdict":"OnTime","reason":"BeforeDue","instant":"2024-09-09T09:02:11+00:00","instantOf":"Commit","due":"2024-09-11T00:00:00+07:00","closes":"2024-10-01T00:00:00+07:00","ruleVersion":1},"acceptance":{"accepted":true,"findings":[]},"chainHead":{"sequence":1,"hash":"""
                + $"\"{Signed.Place(Opened()).Entries[0].Hash}\"}},\"keyId\":\"{Signed.Key.Id}\"}}",
            Encoding.UTF8.GetString(Signed.OnTime().ToBytes())
        );

    [Fact]
    public void For_a_report_on_paper_it_tells_the_arrival_judged_and_the_commit_of_the_evidence()
    {
        var (arrived, stored) = (At("2024-09-10T16:00:00+07:00"), At("2024-09-12T08:00:00+07:00"));
        var receipt = ReceiptOf.Submission(
            Signed.Place(Opened()),
            Submission(arrived) with
            {
                Channel = Channel.Operations,
                OnBehalf = new OnBehalf(arrived, "Minh", "By post"),
                EvidenceStored = stored,
            },
            null
        );

        Assert.Equal(ReceiptInstantKind.Arrival, receipt.Timeliness!.InstantOf);
        Assert.Equal(arrived, receipt.Timeliness.Instant);
        Assert.Equal(stored, receipt.Instants.Committed);
    }

    [Fact]
    public void It_quotes_the_head_before_its_own_entry_and_numbers_that_entry()
    {
        var place = Signed.Place(Opened(), Recorded("2024-09-09T16:02:11+07:00"));

        var receipt = ReceiptOf.Submission(
            place,
            Submission(At("2024-09-10T10:00:00+07:00"), permission: "p2"),
            null
        );
        var entry = Chain.Next(
            BaDinh.Stream,
            place.Entries[^1],
            place.Judged,
            "k",
            new AssignmentEvent.SubmissionRecorded(
                Submission(At("2024-09-10T10:00:00+07:00"), permission: "p2"),
                "receipt"
            )
        );

        Assert.Equal(ReceiptNumber.Of(entry), receipt.Number);
        Assert.Equal(entry.PreviousHash, receipt.ChainHead.Hash);
        Assert.Equal(entry.Sequence - 1, receipt.ChainHead.Sequence);
    }

    [Fact]
    public void A_version_that_counts_names_the_one_it_replaces()
    {
        var place = Signed.Place(Opened(), Recorded("2024-09-09T16:02:11+07:00"));
        Receipt Of(string committed, Severity? finding = null) =>
            ReceiptOf.Submission(
                place,
                Submission(At(committed), finding: finding, permission: "p2"),
                null
            );

        Assert.Equal(
            "hanoi-01-ctr-tu.ba-dinh.district/2",
            Of("2024-09-10T10:00:00+07:00").Replaces
        );
        Assert.Null(Of("2024-09-10T10:00:00+07:00", Severity.Error).Replaces);
        Assert.Null(Of("2024-09-12T10:00:00+07:00").Replaces);
        Assert.Null(Signed.OnTime().Replaces);
    }

    [Fact]
    public void A_refused_attempt_has_no_hash_no_etag_and_no_commit_and_is_judged_by_its_request()
    {
        var receipt = ReceiptOf.Refusal(Signed.Place(Opened()), TooLate);

        Assert.Equal(ReceiptAttempt.NoBytesStored, receipt.Attempt);
        Assert.Equal(new ReceiptFile { Name = "Báo cáo.docx", AnnouncedSize = 5 }, receipt.File);
        Assert.Null(receipt.Instants.Committed);
        Assert.Equal(TimelinessVerdict.Refused, receipt.Timeliness!.Verdict);
        Assert.Equal(ReceiptInstantKind.Request, receipt.Timeliness.InstantOf);
        Assert.Equal(TooLate.At, receipt.Timeliness.Instant);
        Assert.False(receipt.Acceptance.Accepted);
        Assert.Equal(["closed"], receipt.Acceptance.Findings);
        using var json = JsonDocument.Parse(receipt.ToBytes());
        Assert.Equal(
            ["name", "announcedSize"],
            json.RootElement.GetProperty("file").EnumerateObject().Select(one => one.Name)
        );
        Assert.False(json.RootElement.GetProperty("instants").TryGetProperty("committed", out _));
    }

    [Fact]
    public void Before_anything_opened_there_is_nothing_to_judge_by()
    {
        var receipt = ReceiptOf.Refusal(Signed.Place(), TooLate);

        Assert.Null(receipt.Timeliness);
        Assert.Equal(0, receipt.Window);
        Assert.Equal("hanoi-01-ctr-tu.ba-dinh.district/1", receipt.Number);
        Assert.Equal(new ReceiptHead(0, Chain.Origin), receipt.ChainHead);
    }

    [Theory]
    [InlineData("ộ")]
    [InlineData("क")]
    [InlineData("🏛️")]
    [InlineData("\"")]
    [InlineData("\uE000")]
    public void A_receipt_stays_small_whatever_the_names(string letter)
    {
        var name = string.Concat(Enumerable.Repeat(letter, 200))[..200];
        var plan = Plan().Plan;
        plan = plan with
        {
            Bodies = [.. plan.Bodies.Select(body => body with { Name = Text(name) })],
            ReportTypes = [.. plan.ReportTypes.Select(type => type with { Title = Text(name) })],
        };
        var submission = Submission(At("2024-09-10T10:00:00+07:00"), permission: "p2") with
        {
            FileName = name,
            BrowserSha256 = new string('a', 64),
            Findings =
            [
                .. Enumerable
                    .Repeat("file-type-not-accepted", 5)
                    .Select(code => new Finding(code, Severity.Query, [])),
            ],
        };
        var place = Signed.Place(Opened(), Recorded("2024-09-09T16:02:11+07:00")) with
        {
            Plan = new PlanLookup(plan),
        };

        var jws = Signed.Sign(ReceiptOf.Submission(place, submission, Opening).ToBytes());

        Assert.InRange(jws.Length, 1, 4095);
        var receipt = Receipt.Parse(jws);
        Assert.StartsWith(receipt.File.Name!, name, StringComparison.Ordinal);
        Assert.NotEmpty(receipt.File.Name!);
        Assert.IsType<ReceiptCheck.Genuine>(ReceiptCheck.Of(jws, [Signed.Key]));
    }

    [Fact]
    public void The_longest_name_in_Vietnamese_stays_whole()
    {
        var name = string.Concat(Enumerable.Repeat("ộ", 195)) + ".docx";

        var receipt = ReceiptOf.Submission(
            Signed.Place(Opened()),
            Submission(At("2024-09-10T10:00:00+07:00")) with
            {
                FileName = name,
            },
            null
        );

        Assert.Equal(name, receipt.File.Name);
    }
}
