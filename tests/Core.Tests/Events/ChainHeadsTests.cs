using System.Text;
using CsCheck;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Audit;

public sealed class ChainHeadsTests
{
    // The test vectors of RFC 6962 implementations: leaves "", 00, 10, 2021, 3031, 40414243, ...
    private static readonly byte[][] Leaves =
    [
        [],
        [0x00],
        [0x10],
        [0x20, 0x21],
        [0x30, 0x31],
        [0x40, 0x41, 0x42, 0x43],
        [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
        [.. Enumerable.Range(0x60, 16).Select(i => (byte)i)],
    ];

    private static readonly Gen<ChainHead[]> Heads = Gen.Select(
            Gen.Int[1, 40],
            Gen.Int[1, 99],
            (body, sequence) =>
                new ChainHead(
                    StreamId.Parse($"c.body-{body}.r", null),
                    sequence,
                    Convert.ToHexStringLower(
                        System.Security.Cryptography.SHA256.HashData([(byte)body])
                    )
                )
        )
        .Array[0, 40]
        .Select(heads => heads.DistinctBy(head => head.Stream).ToArray());

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_tree_is_that_of_RFC_6962(int count, string root) =>
        Assert.Equal(root, Convert.ToHexStringLower(MerkleTree.RootOf(Leaves[..count])));

    [Fact]
    public void A_list_comes_back_from_its_text_with_the_same_root() =>
        Heads.Sample(
            heads =>
            {
                var list = ChainHeads.Of(heads);
                var back = ChainHeads.Parse(list.ToString());
                return back.Root == list.Root && back.Heads.SequenceEqual(list.Heads);
            },
            iter: 1_000
        );

    [Fact]
    public void The_order_in_which_heads_are_found_does_not_matter() =>
        Heads.Sample(
            heads => ChainHeads.Of(heads).Root == ChainHeads.Of(heads.Reverse()).Root,
            iter: 500
        );

    [Fact]
    public void Any_other_head_gives_another_root() =>
        Gen.Select(Heads.Where(heads => heads.Length > 0), Gen.Double[0, 0.999], Gen.Int[0, 2])
            .Sample(
                (heads, where, change) =>
                {
                    var at = (int)(where * heads.Length);
                    var other = heads.ToArray();
                    other[at] = change switch
                    {
                        0 => other[at] with { Sequence = other[at].Sequence + 1 },
                        1 => other[at] with { Hash = new string('f', 64) },
                        _ => other[at] with { Stream = StreamId.Parse("c.other.r", null) },
                    };
                    return ChainHeads.Of(heads).Root != ChainHeads.Of(other).Root
                        && ChainHeads.Of(heads).Root != ChainHeads.Of(heads.Skip(1)).Root;
                },
                iter: 1_000
            );

    [Fact]
    public void A_leaf_says_stream_number_and_hash()
    {
        var head = new ChainHead(BaDinh.Stream, 7, new string('a', 64));

        var list = ChainHeads.Of([head]);

        Assert.Equal($"{BaDinh.Stream} 7 {new string('a', 64)}", Assert.Single(list.Lines));
        Assert.Equal(
            Convert.ToHexStringLower(MerkleTree.RootOf([Encoding.UTF8.GetBytes(list.Lines[0])])),
            list.Root
        );
    }

    [Theory]
    [InlineData("c.b.r 1")]
    [InlineData("c.b.r -1 aa")]
    [InlineData("C 1 aa")]
    [InlineData("c.b.r one aa")]
    public void What_is_no_list_of_heads_is_refused(string text) =>
        Assert.Throws<FormatException>(() => ChainHeads.Parse(text));
}
