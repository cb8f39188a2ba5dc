using CsCheck;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Audit;

public sealed class ChainTests
{
    private static readonly Gen<IReadOnlyList<Entry>> Chains = Gen.Select(
            Gen.Int[0, EventSamples.All().Count - 1],
            Texts
        )
        .Array[2, 10]
        .Select(picks =>
            Stream(BaDinh.Stream, picks.Select(pick => EventSamples.All(pick.Item2)[pick.Item1]))
        );

    private static readonly Gen<(IReadOnlyList<Entry> Chain, int At)> Cases = Gen.Select(
        Chains,
        Gen.Double[0, 0.999],
        (chain, where) => (chain, (int)(where * chain.Count))
    );

    // Each way to change one part of an entry; the hash is left as it was.
    private static readonly Func<Entry, Entry>[] Changes =
    [
        entry => entry with { Body = entry.Body + " " },
        entry =>
            entry with
            {
                Body = entry.Body.Replace("\"event\"", "\"Event\"", StringComparison.Ordinal),
            },
        entry => entry with { Key = entry.Key + "x" },
        entry => entry with { Key = entry.Key[..^1], Body = entry.Key[^1] + entry.Body },
        entry => entry with { RecordedAt = entry.RecordedAt.AddTicks(1) },
        entry => entry with { Sequence = entry.Sequence + 1 },
        entry => entry with { Stream = StreamId.Parse("hanoi-01-ctr-tu.ba-vi.district", null) },
        entry => entry with { PreviousHash = new string('1', 64) },
        entry => entry with { Hash = entry.Hash.ToUpperInvariant() + "0" },
    ];

    [Fact]
    public void An_untouched_chain_holds() =>
        Chains.Sample(chain => Chain.FirstBroken(chain) is null, iter: 1_000);

    [Fact]
    public void No_entries_are_a_whole_chain() => Assert.Null(Chain.FirstBroken([]));

    [Fact]
    public void A_changed_entry_is_the_first_broken_one() =>
        Gen.Select(Cases, Gen.Int[0, Changes.Length - 1])
            .Sample(
                (where, change) =>
                {
                    var touched = Changes[change](where.Chain[where.At]);
                    return Chain.FirstBroken(With(where.Chain, where.At, touched)) == touched;
                },
                iter: 3_000
            );

    [Fact]
    public void Behind_a_dropped_entry_the_chain_breaks() =>
        Cases
            .Where(where => where.At < where.Chain.Count - 1)
            .Sample(
                where =>
                    Chain.FirstBroken([
                        .. where.Chain.Take(where.At),
                        .. where.Chain.Skip(where.At + 1),
                    ]) == where.Chain[where.At + 1],
                iter: 1_000
            );

    [Fact]
    public void Behind_a_gap_in_the_middle_the_chain_breaks() =>
        Cases
            .Where(where => where.At is > 0 && where.At < where.Chain.Count - 1)
            .Sample(
                where =>
                    Chain.FirstBroken([where.Chain[0], .. where.Chain.Skip(where.At + 1)])
                    == where.Chain[where.At + 1],
                iter: 1_000
            );

    [Fact]
    public void A_chain_without_its_beginning_is_broken() =>
        Chains.Sample(chain => Chain.FirstBroken([.. chain.Skip(1)]) == chain[1], iter: 1_000);

    [Fact]
    public void Two_entries_that_changed_places_are_found() =>
        Cases
            .Where(where => where.At < where.Chain.Count - 1)
            .Sample(
                where =>
                {
                    var (first, second) = (where.Chain[where.At], where.Chain[where.At + 1]);
                    var swapped = With(With(where.Chain, where.At, second), where.At + 1, first);
                    return Chain.FirstBroken(swapped) == second;
                },
                iter: 1_000
            );

    [Fact]
    public void An_entry_that_stands_twice_is_found() =>
        Cases.Sample(
            where =>
                Chain.FirstBroken([
                    .. where.Chain.Take(where.At + 1),
                    .. where.Chain.Skip(where.At),
                ]) == where.Chain[where.At],
            iter: 1_000
        );

    [Fact]
    public void A_forged_entry_with_a_hash_of_its_own_breaks_the_next_one() =>
        Cases
            .Where(where => where.At < where.Chain.Count - 1)
            .Sample(
                where =>
                {
                    var old = where.Chain[where.At];
                    var forged = Chain.Next(
                        old.Stream,
                        where.At == 0 ? null : where.Chain[where.At - 1],
                        old.RecordedAt,
                        old.Key,
                        new AssignmentEvent.Exempted("nobody", "forged")
                    );
                    return Chain.FirstBroken(With(where.Chain, where.At, forged))
                        == where.Chain[where.At + 1];
                },
                iter: 1_000
            );

    // What a chain cannot show by itself; receipts and the dossier quote the head for this.
    [Fact]
    public void A_chain_that_lost_its_end_is_a_shorter_chain_with_another_head() =>
        Chains.Sample(
            chain =>
                Chain.FirstBroken([.. chain.SkipLast(1)]) is null
                && chain[^2].Hash != chain[^1].Hash,
            iter: 1_000
        );

    [Fact]
    public void The_first_entry_stands_on_the_origin()
    {
        var entry = Chain.Next(BaDinh.Stream, null, Opening, "k", Opened());

        Assert.Equal(1, entry.Sequence);
        Assert.Equal(new string('0', 64), entry.PreviousHash);
        Assert.Matches("^[0-9a-f]{64}$", entry.Hash);
    }

    [Fact]
    public void The_hash_of_an_entry_never_changes_between_versions()
    {
        var entry = Chain.Next(
            BaDinh.Stream,
            null,
            Opening,
            "opened-1",
            new AssignmentEvent.Exempted("operator", "Sáp nhập")
        );

        Assert.Equal(
            "94aec67514daa27598da5651a4919565aae789f8221ba282498f2e0bf46ee2b7",
            entry.Hash
        );
    }

    [Fact]
    public void The_offset_of_the_instant_does_not_matter() =>
        Assert.Equal(
            Chain.Next(BaDinh.Stream, null, Opening, "k", Opened()),
            Chain.Next(BaDinh.Stream, null, Opening.ToUniversalTime(), "k", Opened())
        );

    private static IReadOnlyList<Entry> With(IReadOnlyList<Entry> chain, int at, Entry entry) =>
        [.. chain.Take(at), entry, .. chain.Skip(at + 1)];
}
