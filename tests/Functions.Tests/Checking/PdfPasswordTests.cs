using ProgramReview.Core.Planning;
using Xunit;

namespace ProgramReview.Functions.Tests.Checking;

/// <summary>Encryption dictionaries as qpdf writes them, each with the owner password "owner" and with or without the user password "secret".</summary>
public sealed class PdfPasswordTests
{
    private const string Id = "/ID [<31415926535897932384626433832795> <00>]";

    // csharpier-ignore - a table reads by the line
    public static TheoryData<string, string, bool> Dictionaries =>
        new()
        {
            { "rc40", "<< /Filter /Standard /Length 40 /O <c92422687facee686e373f10b5c7d04738053152f7e2ee30e11c69ec442576ab> /P -4 /R 2 /U <b3d9fa366906ef42f354c6deb74c59075eaf334eb7c04356ba0d7f3dd8b51d0a> /V 1 >>", false },
            { "rc40", "<< /Filter /Standard /Length 40 /O <92fe0f4454ad4c9644693f33c07cb54f587dce1e2682fe9ecea6107a1ef630dd> /P -4 /R 2 /U <f53be2f0b8dac4313197df2d160bb5ade3ac05b5b656448e405c1b683d9d270b> /V 1 >>", true },
            { "rc128", "<< /Filter /Standard /Length 128 /O <566fa873ee33c797cd3b904fdadf814afa34df9a38f6ed41b984e2c6da2aa6f5> /P -4 /R 3 /U <e21cc3d13b0faa9934db7d20f11e333e0122456a91bae5134273a6db134c87c4> /V 2 >>", false },
            { "rc128", "<< /Filter /Standard /Length 128 /O <0db5855fc5326569e765906caf64e4429a4c20d6e996fdef963e9b5080f9e083> /P -4 /R 3 /U <30eabcb886d436efd161ab7b96a778fd0122456a91bae5134273a6db134c87c4> /V 2 >>", true },
            { "aes128", "<< /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV2 /Length 16 >> >> /EncryptMetadata false /Filter /Standard /Length 128 /O <566fa873ee33c797cd3b904fdadf814afa34df9a38f6ed41b984e2c6da2aa6f5> /P -4 /R 4 /StmF /StdCF /StrF /StdCF /U <b7ae61ae5fe831ccd7979c155d4f926c0122456a91bae5134273a6db134c87c4> /V 4 >>", false },
            { "aes128", "<< /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV2 /Length 16 >> >> /EncryptMetadata false /Filter /Standard /Length 128 /O <0db5855fc5326569e765906caf64e4429a4c20d6e996fdef963e9b5080f9e083> /P -4 /R 4 /StmF /StdCF /StrF /StdCF /U <0ee51813cacd54c1f9e7a53b5dcade4b0122456a91bae5134273a6db134c87c4> /V 4 >>", true },
            { "r5", "<< /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >> /Filter /Standard /Length 256 /O <a43dc6cd7b5527c7ba43102eb08ab577f0be985648334f091c4b4bfe0f3a5a5c082cbd1a8b993e2ddfb1d8c344431a3d> /P -4 /R 5 /StmF /StdCF /StrF /StdCF /U <3d9880f7159164d842b67635e450f208e146b8a1c9f1ce99858c1fc8bc39a0063518f2611df45b323cb918defbb704b2> /V 5 >>", false },
            { "r5", "<< /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >> /Filter /Standard /Length 256 /O <6e3bf9bafe525e99b69feaea9f9f890598b0083b8c5e74282bbd45a070909c630a3b051b74624e3a79997bf3c27a5d25> /P -4 /R 5 /StmF /StdCF /StrF /StdCF /U <15372f6b995d581f0be0da02799a5c81f611221dcb548c76bcf1b5e5adca8bb54b57446f45cc1a8eaeb61ac1368935d9> /V 5 >>", true },
            { "r6", "<< /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >> /Filter /Standard /Length 256 /O <33d5d706f2d784b142d19fcc68abc1f58778a5ab8658928135d6a765caa7c0d84af3cb2f6f2b2f3ebc821345355b9b02> /P -4 /R 6 /StmF /StdCF /StrF /StdCF /U <1751dfaf174b0e8a8ddd5880af77744605a2deb7dc01385ee55ebd0a05445361e6b4bf704e7c6e47001ffd7c0552c961> /V 5 >>", false },
            { "r6", "<< /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >> /Filter /Standard /Length 256 /O <7171b154e8c74e415274967f12d29f4a0a404d525787214fb8e4553139a184140cd0fb04df81308858e5f98c7aba1a0a> /P -4 /R 6 /StmF /StdCF /StrF /StdCF /U <fb87c220d6b8c6fc1b2958831462dc3fdae4da0724e5c82337d8fb55167e54f30f7eb2fb648ab2896d2aaede8cf06d6a> /V 5 >>", true },
        };

    public static byte[] Locked => Pdfs.Of($"{Id} /Encrypt 3 0 R", Dictionaries.Last().Data.Item2);

    [Theory]
    [MemberData(nameof(Dictionaries))]
    public async Task A_pdf_is_locked_only_if_nobody_opens_it_without_a_password(
        string kind,
        string dictionary,
        bool isLocked
    )
    {
        byte[][] files =
        [
            Pdfs.Of($"{Id} /Encrypt 3 0 R", dictionary),
            Pdfs.Of($"{Id} /Encrypt {dictionary}"),
            Pdfs.WithReferenceStream(
                $"{Id} /Encrypt 13 0 R",
                5_000,
                $"113 0 obj null endobj\n13 0 obj {dictionary} endobj\n"
            ),
            // An older revision said otherwise.
            Pdfs.Of($"{Id} /Encrypt 3 0 R", $"null endobj 3 0 obj {dictionary}"),
        ];

        foreach (var file in files)
        {
            var events = await FileInspectorTests.InspectAsync(file);

            Assert.Equal(FileFormat.Pdf, events.Format);
            Assert.Equal(
                (kind, isLocked ? "encrypted" : ""),
                (kind, FileInspectorTests.ConditionOf(events))
            );
        }
    }

    [Fact]
    public async Task A_string_written_as_text_is_the_same_string()
    {
        // 31 41 59 26 53 58 97 93 23 84 62 64 33 83 27 95
        var file = Pdfs.Of(
            "/ID [(\\61AY&SX\\227\\223#\\204b\\d3\\203'\\225) ()] /Encrypt 3 0 R",
            Dictionaries.First().Data.Item2
        );

        Assert.False((await FileInspectorTests.InspectAsync(file)).IsEncrypted);
    }
}
