using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using ProgramReview.Core.Receipts;
using Xunit;

namespace ProgramReview.Core.Tests.Receipts;

public sealed class ReceiptCheckTests
{
    [Fact]
    public void A_receipt_is_genuine_under_its_key_and_says_what_was_signed()
    {
        var check = ReceiptCheck.Of(Signed.Receipt, [Signed.Key]);

        var genuine = Assert.IsType<ReceiptCheck.Genuine>(check);
        Assert.Equal(Signed.Key, genuine.Key);
        Assert.Equal(Signed.OnTime().ToBytes(), genuine.Content.ToBytes());
    }

    [Fact]
    public void Any_flipped_bit_of_a_receipt_fails()
    {
        var bytes = Encoding.ASCII.GetBytes(Signed.Receipt);
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Int[0, 7])
            .Sample(
                (at, bit) =>
                {
                    var changed = bytes.ToArray();
                    changed[at] ^= (byte)(1 << bit);
                    return ReceiptCheck.Of(Encoding.Latin1.GetString(changed), [Signed.Key])
                        is ReceiptCheck.Refused;
                },
                iter: 4_000
            );
    }

    // The last characters carry bits that no byte needs; they are where a lax reader lets changes through.
    [Fact]
    public void Any_other_character_at_the_end_of_a_part_fails()
    {
        var ends = Signed
            .Receipt.Select((c, at) => (c, at))
            .Where(one => one.c == '.')
            .Select(one => one.at - 1)
            .Append(Signed.Receipt.Length - 1);
        Assert.All(
            from at in ends
            from other in Enumerable.Range(0, 256).Select(code => (char)code)
            where other != Signed.Receipt[at]
            select Signed.Receipt[..at] + other + Signed.Receipt[(at + 1)..],
            changed => Assert.IsType<ReceiptCheck.Refused>(ReceiptCheck.Of(changed, [Signed.Key]))
        );
    }

    [Fact]
    public void Any_flipped_bit_of_a_receipt_file_fails()
    {
        var bytes = new ReceiptBundle(Signed.Receipt, [Signed.Key]).ToBytes();
        Assert.NotNull(ReceiptBundle.Read(bytes));
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Int[0, 7])
            .Sample(
                (at, bit) =>
                {
                    var changed = bytes.ToArray();
                    changed[at] ^= (byte)(1 << bit);
                    return ReceiptBundle.Read(changed) is not { } bundle
                        || ReceiptCheck.Of(bundle.Jws, bundle.Keys) is ReceiptCheck.Refused;
                },
                iter: 4_000
            );
    }

    [Theory]
    [InlineData("\n")]
    [InlineData(" ")]
    [InlineData("=")]
    [InlineData("A")]
    [InlineData(".")]
    [InlineData(".e30")]
    [InlineData("\0")]
    public void Whatever_is_added_to_a_receipt_or_its_file_fails(string tail)
    {
        var file = new ReceiptBundle(Signed.Receipt, [Signed.Key]).ToBytes();

        Assert.IsType<ReceiptCheck.Refused>(ReceiptCheck.Of(Signed.Receipt + tail, [Signed.Key]));
        Assert.IsType<ReceiptCheck.Refused>(ReceiptCheck.Of(tail + Signed.Receipt, [Signed.Key]));
        Assert.Null(ReceiptBundle.Read((byte[])[.. file, .. Encoding.ASCII.GetBytes(tail)]));
        Assert.Null(ReceiptBundle.Read((byte[])[.. Encoding.ASCII.GetBytes(tail), .. file]));
    }

    [Fact]
    public void The_other_signature_that_the_curve_allows_fails()
    {
        var jws = Jws.Read(Signed.Receipt)!;
        var order = new BigInteger(
            Convert.FromHexString(
                "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"
            ),
            isUnsigned: true,
            isBigEndian: true
        );
        var s = order - new BigInteger(jws.Signature.Span[32..], true, true);
        var twin = jws.Signature.ToArray();
        var bytes = s.ToByteArray(true, true);
        twin.AsSpan(32).Clear();
        bytes.CopyTo(twin, 64 - bytes.Length);

        Assert.Equal(
            ReceiptFault.SignatureDoesNotMatch,
            Signed.FaultOf(Jws.Compose(jws.SigningInput, twin))
        );
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("ES384")]
    [InlineData("es256")]
    public void Another_algorithm_is_refused_even_if_the_signature_holds(string algorithm) =>
        Assert.Equal(
            ReceiptFault.OtherAlgorithm,
            Signed.FaultOf(Signed.Sign(Signed.OnTime().ToBytes(), algorithm))
        );

    [Fact]
    public void A_receipt_of_an_unknown_key_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Equal(ReceiptFault.UnknownKey, Signed.FaultOf(Signed.Receipt, ReceiptKey.Of(other)));
    }

    [Theory]
    [InlineData("""{"alg":"ES256","kid":"KID"}""")]
    [InlineData("""{"alg":"ES256","kid":"KID","typ":"JWT"}""")]
    [InlineData("""{"alg":"ES256","kid":"KID","typ":"programreview-receipt+jws","crit":["b64"]}""")]
    [InlineData("""{"kid":"KID","alg":"ES256","typ":"programreview-receipt+jws"}""")]
    [InlineData("""{"alg":"none","alg":"ES256","kid":"KID","typ":"programreview-receipt+jws"}""")]
    [InlineData("""{ "alg":"ES256","kid":"KID","typ":"programreview-receipt+jws"}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public void A_header_in_any_other_form_is_not_read_though_the_signature_holds(string header)
    {
        var bytes = Encoding.UTF8.GetBytes(
            header.Replace("KID", Signed.Key.Id, StringComparison.Ordinal)
        );
        var input =
            $"{StrictBase64Url.Write(bytes)}.{StrictBase64Url.Write(Signed.OnTime().ToBytes())}";

        Assert.Equal(ReceiptFault.NotInForm, Signed.FaultOf(Signed.SignInput(input)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no json")]
    [InlineData("null")]
    public void A_signed_text_that_is_no_receipt_is_refused(string payload) =>
        Assert.Equal(
            ReceiptFault.UnknownVersion,
            Signed.FaultOf(Signed.Sign(Encoding.UTF8.GetBytes(payload)))
        );

    [Fact]
    public void A_receipt_of_a_later_version_is_refused_with_its_own_words() =>
        Assert.Equal(
            ReceiptFault.UnknownVersion,
            Signed.FaultOf(Signed.Sign((Signed.OnTime() with { Version = 2 }).ToBytes()))
        );

    [Fact]
    public void A_point_that_is_not_on_the_curve_verifies_nothing()
    {
        var nowhere = ReceiptKey.Find(Signed.Key.Y, Signed.Key.X)!;

        Assert.False(nowhere.Verifies("x"u8, new byte[64]));
    }

    // RFC 7515, appendix A.3: the example of ES256, letter by letter.
    [Fact]
    public void The_example_of_the_standard_holds()
    {
        const string Input =
            "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        const string Signature =
            "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
        var key = ReceiptKey.Find(
            "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
            "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"
        )!;

        var chosen = EcdsaSignature.Choose(StrictBase64Url.Read(Signature));

        Assert.True(key.Verifies(Encoding.ASCII.GetBytes(Input), chosen));
        Assert.False(key.Verifies(Encoding.ASCII.GetBytes(Input + "A"), chosen));
    }

    [Fact]
    public void A_signature_is_chosen_once_and_stays()
    {
        for (var i = 0; i < 50; i++)
        {
            var raw = Signed.RawSignature($"input {i}");
            var chosen = EcdsaSignature.Choose(raw);

            Assert.True(EcdsaSignature.IsChosen(chosen));
            Assert.Equal(chosen, EcdsaSignature.Choose(chosen));
            Assert.True(Signed.Key.Verifies(Encoding.ASCII.GetBytes($"input {i}"), chosen));
        }
    }

    [Fact]
    public void Published_keys_come_back_and_one_that_names_itself_wrongly_does_not()
    {
        var set = ReceiptKeySet.Write([Signed.Key]);
        var lying = Encoding
            .UTF8.GetString(set)
            .Replace(Signed.Key.Id, "k1", StringComparison.Ordinal);

        Assert.Equal([Signed.Key], ReceiptKeySet.Read(set)!);
        Assert.Empty(ReceiptKeySet.Read(Encoding.UTF8.GetBytes(lying))!);
        Assert.Null(ReceiptKeySet.Read("[]"u8.ToArray()));
        Assert.Null(ReceiptKeySet.Read("{"u8.ToArray()));
    }

    [Fact]
    public void Base64url_is_read_in_its_one_form_only() =>
        Gen
            .Byte.Array[0, 40]
            .Sample(bytes =>
            {
                var text = StrictBase64Url.Write(bytes);
                return StrictBase64Url.Read(text)!.AsSpan().SequenceEqual(bytes)
                    && StrictBase64Url.Read(text + "=") is null
                    && StrictBase64Url.Read(" " + text) is null
                    && StrictBase64Url.Read(text + "\n") is null
                    && (text.Length == 0 || StrictBase64Url.Read(text[..^1] + "+") is null);
            });
}
