using ProgramReview.Local.InMemory;

namespace ProgramReview.Adapters.Tests.Memory;

public sealed class SeededEntropyTests
{
    [Fact]
    public void The_same_seed_gives_the_same_bytes_however_they_are_drawn()
    {
        var whole = new byte[200];
        new SeededEntropy(7).Fill(whole);
        var parts = new byte[200];
        var entropy = new SeededEntropy(7);
        foreach (var (from, to) in ((int, int)[])[(0, 1), (1, 33), (33, 33), (33, 97), (97, 200)])
        {
            entropy.Fill(parts.AsSpan(from..to));
        }

        Assert.Equal(whole, parts);
    }

    [Fact]
    public void Another_seed_and_the_next_draw_give_other_bytes()
    {
        var entropy = new SeededEntropy(7);
        byte[][] draws = [new byte[32], new byte[32], new byte[32]];
        entropy.Fill(draws[0]);
        entropy.Fill(draws[1]);
        new SeededEntropy(8).Fill(draws[2]);

        Assert.Equal(3, draws.Select(Convert.ToHexString).Distinct().Count());
    }
}
