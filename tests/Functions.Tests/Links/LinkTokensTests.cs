using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Microsoft.Extensions.Options;
using ProgramReview.Functions.Entropy;
using ProgramReview.Functions.Web.Links;
using Xunit;

namespace ProgramReview.Functions.Tests.Links;

public sealed class LinkTokensTests
{
    private static readonly string Old = Key(1);
    private static readonly string New = Key(2);

    private readonly LinkTokens tokens = Tokens("k1", ("k1", Old));

    [Fact]
    public void A_genuine_token_gives_its_id()
    {
        var id = tokens.NewId();

        Assert.Equal(id, tokens.IdOf(tokens.TokenOf(id)));
        Assert.Equal(tokens.TokenOf(id), tokens.TokenOf(id));
    }

    // Written by hand from the description: key, id, and HMAC-SHA256 of the id in base64url.
    [Fact]
    public void A_token_is_what_the_description_says()
    {
        var mac = HMACSHA256.HashData(
            Convert.FromBase64String(Old),
            Encoding.ASCII.GetBytes("abcdefghijklmnopqrstuvwxyz")
        );
        var text = Convert.ToBase64String(mac).TrimEnd('=').Replace('+', '-').Replace('/', '_');

        Assert.Equal(
            $"k1.abcdefghijklmnopqrstuvwxyz.{text}",
            tokens.TokenOf("abcdefghijklmnopqrstuvwxyz")
        );
    }

    [Fact]
    public void Ids_are_26_letters_of_32_and_never_the_same()
    {
        var ids = Enumerable.Range(0, 1_000).Select(_ => tokens.NewId()).ToList();

        Assert.All(ids, id => Assert.Matches("^[a-z2-7]{26}$", id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(32, ids.SelectMany(id => id).Distinct().Count());
    }

    [Fact]
    public void One_changed_bit_makes_it_worthless()
    {
        var token = tokens.TokenOf(tokens.NewId());
        for (var at = 0; at < token.Length; at++)
        {
            for (var bit = 0; bit < 16; bit++)
            {
                var letters = token.ToCharArray();
                letters[at] = (char)(letters[at] ^ (1 << bit));

                Assert.Null(tokens.IdOf(new string(letters)));
            }
        }
    }

    [Fact]
    public void A_cut_or_longer_one_is_worthless()
    {
        var token = tokens.TokenOf(tokens.NewId());

        Assert.All(
            Enumerable.Range(0, token.Length),
            length => Assert.Null(tokens.IdOf(token[..length]))
        );
        Assert.All(
            Enumerable.Range(1, token.Length),
            start => Assert.Null(tokens.IdOf(token[start..]))
        );
        foreach (var more in new[] { "=", "A", ".", " ", "\n", "\0", ".x", "%20" })
        {
            Assert.Null(tokens.IdOf(token + more));
            Assert.Null(tokens.IdOf(more + token));
        }
        Assert.Null(tokens.IdOf(token.ToUpperInvariant()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("...")]
    [InlineData("k1..")]
    [InlineData("k1.abcdefghijklmnopqrstuvwxyz.")]
    [InlineData("k1.abcdefghijklmnopqrstuvwxyz")]
    [InlineData(".abcdefghijklmnopqrstuvwxyz.AAAA")]
    [InlineData("k1.../../../../etc/passwd-26ch.AAAA")]
    [InlineData("k1.\ud800bcdefghijklmnopqrstuvwxyz.\ud800")]
    public void No_token_at_all_gives_nothing(string? text) => Assert.Null(tokens.IdOf(text));

    [Fact]
    public void A_very_long_one_is_not_even_looked_at() =>
        Assert.Null(tokens.IdOf("k1." + new string('a', 1_000_000) + ".x"));

    [Fact]
    public void Whatever_text_comes_it_gives_nothing_and_never_throws() =>
        Gen.OneOf(Gen.String, Gen.Char["k12.abc_-=\ud800"].Array[0, 210].Select(c => new string(c)))
            .Sample(text => tokens.IdOf(text) is null, iter: 10_000);

    [Fact]
    public void The_mac_of_one_id_does_not_open_another()
    {
        var one = tokens.TokenOf(tokens.NewId()).Split('.');
        var other = tokens.TokenOf(tokens.NewId()).Split('.');

        Assert.Null(tokens.IdOf($"k1.{other[1]}.{one[2]}"));
    }

    [Fact]
    public void A_token_of_another_key_is_worthless_whatever_key_it_names()
    {
        var stranger = Tokens("k1", ("k1", New));
        var id = tokens.NewId();

        Assert.Null(tokens.IdOf(stranger.TokenOf(id)));
        Assert.Null(tokens.IdOf(Tokens("k9", ("k9", Old)).TokenOf(id)));
    }

    [Fact]
    public void After_a_rotation_old_links_open_until_their_key_is_taken_away()
    {
        var id = tokens.NewId();
        var old = tokens.TokenOf(id);
        var rotated = Tokens("k2", ("k1", Old), ("k2", New));
        var later = Tokens("k2", ("k2", New));

        Assert.Equal(id, rotated.IdOf(old));
        Assert.StartsWith("k2.", rotated.TokenOf(id), StringComparison.Ordinal);
        Assert.Equal(id, rotated.IdOf(rotated.TokenOf(id)));
        Assert.Null(later.IdOf(old));
        Assert.Null(rotated.IdOf("k2" + old[2..]));
    }

    [Fact]
    public void The_confirmation_is_four_digits_of_this_link_and_this_dossier()
    {
        var id = tokens.NewId();
        var number = tokens.ConfirmationOf(id, "hash");

        Assert.Matches("^[1-9][0-9]{3}$", number);
        Assert.Equal(number, tokens.ConfirmationOf(id, "hash"));
        Assert.DoesNotContain(number, tokens.TokenOf(id).Split('.')[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Another_link_another_dossier_or_another_key_has_another_confirmation()
    {
        var ids = Enumerable.Range(0, 500).Select(_ => tokens.NewId()).ToList();
        var other = Tokens("k1", ("k1", New));
        int Same(Func<string, string> number) =>
            ids.Count(id => number(id) == tokens.ConfirmationOf(id, "hash"));

        // Four digits meet by chance once in 9,000.
        Assert.InRange(Same(id => tokens.ConfirmationOf(id, "other")), 0, 5);
        Assert.InRange(Same(id => other.ConfirmationOf(id, "hash")), 0, 5);
        Assert.InRange(
            Same(id => tokens.ConfirmationOf(new string([.. id.Reverse()]), "hash")),
            0,
            5
        );
        Assert.InRange(
            ids.Select(id => tokens.ConfirmationOf(id, "hash")).Distinct().Count(),
            450,
            500
        );
    }

    [Fact]
    public void A_seal_is_of_its_text_and_its_key_and_outlives_a_rotation()
    {
        var (key, seal) = tokens.Seal("code:a");
        var rotated = Tokens("k2", ("k1", Old), ("k2", New));

        Assert.True(tokens.IsSeal(key, seal, "code:a"));
        Assert.True(rotated.IsSeal(key, seal, "code:a"));
        Assert.False(tokens.IsSeal(key, seal, "code:b"));
        Assert.False(rotated.IsSeal("k2", seal, "code:a"));
        Assert.False(Tokens("k2", ("k2", New)).IsSeal(key, seal, "code:a"));
    }

    private static LinkTokens Tokens(string current, params (string Id, string Key)[] keys)
    {
        var options = new LinkOptions { CurrentKey = current };
        foreach (var (id, key) in keys)
        {
            options.Keys.Add(id, key);
        }
        return new LinkTokens(Options.Create(options), new SystemEntropy());
    }

    private static string Key(byte seed) =>
        Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)(i * seed + seed))]);
}
