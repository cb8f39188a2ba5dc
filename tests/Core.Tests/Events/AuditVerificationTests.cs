using System.Buffers.Text;
using System.Text.Json;
using CsCheck;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Audit;

public sealed class AuditVerificationTests
{
    private static readonly Gen<AnchoredRecord> Records = Gen.Select(
        Gen.Int[1, 4],
        Gen.Int[0, 3].Array[6, 40],
        Gen.Bool.Array[40],
        (bodies, picks, anchors) => AnchoredRecord.Of(bodies, picks, anchors)
    );

    private static readonly Gen<(AnchoredRecord Record, Tampering Way, double Where)> Cases =
        Gen.Select(Records, Gen.Enum<Tampering>(), Gen.Double[0, 0.9999]);

    [Fact]
    public void A_record_that_nobody_touched_holds() =>
        Records.Sample(
            record =>
            {
                var report = record.Verify();
                return report.Faults.Count == 0
                    && report.Entries == record.Streams.Sum(stream => stream.Count)
                    && report.Anchors == record.Anchors
                    && report.EntriesSince
                        == report.Entries - record.Covered.Sum(covered => covered.Value);
            },
            iter: 500
        );

    // The forger knows the format: what is changed gets a fresh hash, and all behind it is linked anew.
    [Fact]
    public void Whatever_is_done_to_what_an_anchor_covers_is_found_and_named() =>
        Cases.Sample(
            it =>
            {
                var (stream, at) = it.Record.PickCovered(it.Where);
                it.Record.Tamper(it.Way, stream, at);
                return it.Record.Verify().Faults is [var first, ..] && first.Stream == stream;
            },
            iter: 3_000
        );

    [Fact]
    public void A_record_forged_throughout_with_anchors_of_its_own_is_found_by_the_head_in_a_letter() =>
        Cases.Sample(
            it =>
            {
                var letter = it.Record.LastAnchor.EntryHash;
                var (stream, at) = it.Record.PickCovered(it.Where);
                it.Record.Tamper(Tampering.Forge, stream, at);
                it.Record.AnchorAnew();
                return it.Record.Verify().Faults.Count == 0
                    && it.Record.Verify((BaDinh.Cycle.Stream, letter)).Faults
                        is [{ Kind: AuditFaultKind.CutOff, Source: "letter" }];
            },
            iter: 300
        );

    // The limit of every chain, said in the documentation and by the command.
    [Fact]
    public void An_end_cut_off_behind_the_last_anchor_is_seen_only_by_a_quoted_head() =>
        Records
            .Where(record => record.PickUncovered() is not null)
            .Sample(
                record =>
                {
                    var stream = record.PickUncovered()!;
                    var quoted = record.HeadOf(stream);
                    var before = record.Verify().EntriesSince;
                    record.CutEnd(stream);
                    var report = record.Verify();
                    return report.Faults.Count == 0
                        && report.EntriesSince == before - 1
                        && record.Verify((stream, quoted)).Faults
                            is [{ Kind: AuditFaultKind.CutOff }];
                },
                iter: 300
            );

    [Fact]
    public void An_occasion_on_record_twice_is_a_fault()
    {
        var first = Chain.Next(BaDinh.Stream, null, Opening, "k", Opened());
        var second = Chain.Next(BaDinh.Stream, first, Opening, "k", Opened(2));

        Assert.Equal(
            new AuditFault(BaDinh.Stream, 2, AuditFaultKind.KeyRepeated),
            Assert.Single(Verify([first, second]).Faults)
        );
    }

    [Fact]
    public void A_fact_in_the_wrong_kind_of_stream_is_a_fault()
    {
        var entry = Chain.Next(BaDinh.Cycle.Stream, null, Opening, "k", Opened());

        Assert.Equal(AuditFaultKind.Unreadable, Assert.Single(Verify([entry]).Faults).Kind);
    }

    [Fact]
    public void An_entry_of_another_cycle_and_a_stream_that_comes_twice_are_faults()
    {
        var foreign = Stream(StreamId.Parse("other.ba-dinh.district", null), Opened());
        var own = Stream(BaDinh.Stream, Opened());
        var cycle = Stream(BaDinh.Cycle.Stream, new CycleEvent.ProcessFailed("cycle-x", "failed"));

        Assert.Equal(AuditFaultKind.Misplaced, Assert.Single(Verify(foreign).Faults).Kind);
        Assert.Equal(
            new AuditFault(BaDinh.Stream, 1, AuditFaultKind.Misplaced),
            Assert.Single(Verify([.. own, .. cycle, .. own]).Faults)
        );
    }

    [Theory]
    [InlineData(null, AuditFaultKind.DocumentMissing)]
    [InlineData("", AuditFaultKind.DocumentChanged)]
    [InlineData("no heads", AuditFaultKind.DocumentChanged)]
    public void An_anchor_without_its_heads_is_a_fault(string? stored, AuditFaultKind kind)
    {
        var record = AnchoredRecord.Of(1, [0, 0], [true, true]);
        record.Replace(record.LastAnchor.Root, stored);

        var fault = Assert.Single(record.Verify().Faults);

        Assert.Equal(kind, fault.Kind);
        Assert.Equal(BaDinh.Cycle.Stream, fault.Stream);
    }

    [Fact]
    public void A_receipt_that_quotes_the_entry_before_holds()
    {
        var first = Chain.Next(BaDinh.Stream, null, Opening, "opened-1", Opened());

        Assert.Empty(Verify([first, WithReceipt(first, 1, first.Hash)]).Faults);
        Assert.Empty(Verify([WithReceipt(null, 0, Chain.Origin)]).Faults);
    }

    // The forger links everything anew, but cannot sign: the receipt in the entry still quotes the chain as it was.
    [Fact]
    public void A_chain_forged_before_a_receipt_is_given_away_by_it()
    {
        var first = Chain.Next(BaDinh.Stream, null, Opening, "opened-1", Opened());
        var forged = Chain.Next(BaDinh.Stream, null, Opening, "opened-1", Opened(due: Closes));

        var fault = Assert.Single(Verify([forged, WithReceipt(forged, 1, first.Hash)]).Faults);

        Assert.Equal(new AuditFault(BaDinh.Stream, 2, AuditFaultKind.ReceiptDiffers), fault);
    }

    [Theory]
    [InlineData("x.y")]
    [InlineData("x.!!!.z")]
    [InlineData("x.e30.z")]
    [InlineData("x.W10.z")]
    public void A_receipt_that_cannot_be_read_is_a_fault(string receipt)
    {
        var entry = WithReceipt(null, receipt);

        Assert.Equal(AuditFaultKind.ReceiptDiffers, Assert.Single(Verify([entry]).Faults).Kind);
    }

    [Fact]
    public void The_place_before_the_first_entry_may_be_quoted()
    {
        var verification = new AuditVerification(BaDinh.Cycle);
        verification.Quote(BaDinh.Stream, Chain.Origin, "receipt");

        Assert.Empty(verification.Finish().Faults);
    }

    private static Entry WithReceipt(Entry? before, long sequence, string hash)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(
            new { chainHead = new { sequence, hash } }
        );
        return WithReceipt(before, $"x.{Base64Url.EncodeToString(payload)}.z");
    }

    private static Entry WithReceipt(Entry? before, string receipt)
    {
        var @event = new AssignmentEvent.AttemptRefused(1, "report", "closed", "p-1", "a.docx");
        var plain = Chain.Next(BaDinh.Stream, before, Opening, "refused", @event);
        var body = $"{plain.Body[..^1]},\"Receipt\":\"{receipt}\"}}";
        var entry = plain with { Body = body };
        return entry with { Hash = Chain.HashOf(entry) };
    }

    private static AuditReport Verify(IEnumerable<Entry> entries)
    {
        var verification = new AuditVerification(BaDinh.Cycle);
        foreach (var entry in entries)
        {
            verification.Add(entry);
        }
        return verification.Finish();
    }
}
