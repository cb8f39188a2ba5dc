using System.Security.Cryptography;
using System.Text;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Receipts;
using ProgramReview.Local.Host.Commands;

namespace ProgramReview.Host.Tests;

/// <summary>What <c>./review verify</c> takes and refuses; the words go to the console, the verdict is the exit code.</summary>
public sealed class VerifyCommandTests : IDisposable
{
    private static readonly byte[] Report = Encoding.UTF8.GetBytes("Báo cáo");
    private readonly string folder = Directory.CreateTempSubdirectory("verify").FullName;
    private readonly ECDsa pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private ReceiptKey Key => ReceiptKey.Of(pair);

    public void Dispose()
    {
        pair.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_receipt_file_and_its_report_are_proven()
    {
        var bundle = Write("receipt.json", new ReceiptBundle(Sign(Stored()), [Key]).ToBytes());

        Assert.Equal(0, await VerifyAsync(bundle, Write("report.pdf", Report)));
    }

    [Fact]
    public async Task Any_changed_byte_of_the_report_or_the_receipt_file_fails()
    {
        var bytes = new ReceiptBundle(Sign(Stored()), [Key]).ToBytes();
        var (good, report) = (Write("receipt.json", bytes), Write("report.pdf", Report));
        for (var at = 0; at < Report.Length; at++)
        {
            Assert.Equal(1, await VerifyAsync(good, Write("other.pdf", Flipped(Report, at))));
        }
        for (var at = 0; at < bytes.Length; at += 7)
        {
            Assert.Equal(1, await VerifyAsync(Write("bad.json", Flipped(bytes, at)), report));
        }
        Assert.Equal(1, await VerifyAsync(good, Write("longer.pdf", [.. Report, 0])));
    }

    [Fact]
    public async Task A_bare_receipt_needs_the_published_keys()
    {
        var jws = Write("receipt.jws", Encoding.ASCII.GetBytes(Sign(Stored())));
        var report = Write("report.pdf", Report);
        var keys = Write("keys.json", ReceiptKeySet.Write([Key]));

        Assert.Equal(1, await VerifyAsync(jws, report));
        Assert.Equal(0, await VerifyAsync(jws, report, "--keys", keys));
    }

    [Fact]
    public async Task Keys_that_are_given_count_more_than_those_in_the_receipt_file()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var bundle = Write("receipt.json", new ReceiptBundle(Sign(Stored()), [Key]).ToBytes());
        var keys = Write("keys.json", ReceiptKeySet.Write([ReceiptKey.Of(other)]));

        Assert.Equal(1, await VerifyAsync(bundle, Write("report.pdf", Report), "--keys", keys));
    }

    [Fact]
    public async Task An_attempt_that_stored_nothing_is_proven_without_a_file_only()
    {
        var refused = Stored() with
        {
            Attempt = ReceiptAttempt.NoBytesStored,
            File = new ReceiptFile { Name = "report.pdf" },
            Instants = new ReceiptInstants(null, null, default, default),
        };
        var bundle = Write("receipt.json", new ReceiptBundle(Sign(refused), [Key]).ToBytes());

        Assert.Equal(0, await VerifyAsync(bundle));
        Assert.Equal(1, await VerifyAsync(bundle, Write("report.pdf", Report)));
    }

    [Fact]
    public async Task A_receipt_of_bytes_is_not_proven_without_them()
    {
        var bundle = Write("receipt.json", new ReceiptBundle(Sign(Stored()), [Key]).ToBytes());

        Assert.Equal(1, await VerifyAsync(bundle));
        Assert.Equal(1, await VerifyAsync(Path.Combine(folder, "missing.json")));
    }

    [Fact]
    public async Task An_answer_and_a_result_are_proven_alone_and_with_the_manifest()
    {
        var manifest = Write("manifest.json", Report);
        foreach (var signed in (ISigned[])[Answer(), Result()])
        {
            var bytes = new ReceiptBundle(Sign(signed), [Key]).ToBytes();
            var bundle = Write("paper.json", bytes);

            Assert.Equal(0, await VerifyAsync(bundle));
            Assert.Equal(0, await VerifyAsync(bundle, manifest));
            Assert.Equal(1, await VerifyAsync(bundle, Write("other.json", Flipped(Report, 0))));
            for (var at = 0; at < bytes.Length; at += 11)
            {
                Assert.Equal(1, await VerifyAsync(Write("bad.json", Flipped(bytes, at))));
            }
        }
    }

    private static Task<int> VerifyAsync(params string[] arguments) =>
        CommandLine.RunAsync(["verify", .. arguments], VerifyCommand.Create());

    private static byte[] Flipped(byte[] bytes, int at)
    {
        var changed = bytes.ToArray();
        changed[at] ^= (byte)(1 << (at % 8));
        return changed;
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private string Sign(ISigned receipt)
    {
        var input = Jws.SigningInputOf(Jws.Es256, Key.Id, receipt.Type, receipt.ToBytes());
        var signature = pair.SignData(
            Encoding.ASCII.GetBytes(input),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation
        );
        return Jws.Compose(input, EcdsaSignature.Choose(signature));
    }

    private AnswerReceipt Answer() =>
        new()
        {
            Version = SignedText.Version,
            Number = "c/9",
            Cycle = "c",
            PlanVersion = 1,
            PlanHash = new string('a', 64),
            Round = 1,
            Stage = 1,
            DossierHash = Convert.ToHexStringLower(SHA256.HashData(Report)),
            RuleVersion = 1,
            Approver = "chair",
            Person = "deputy",
            SecondStep = SecondStep.AccessCode,
            Verdict = DecisionVerdict.RequestChanges,
            Comment = "Thiếu số liệu",
            Reopen = new AnsweredParts(1, new string('b', 64)),
            Closes = Deadline.At(DateTimeOffset.UnixEpoch),
            Judged = DateTimeOffset.UnixEpoch,
            ChainHead = new ReceiptHead(8, new string('c', 64)),
            KeyId = Key.Id,
        };

    private RoundResult Result() =>
        new()
        {
            Version = SignedText.Version,
            Number = "c/10",
            Cycle = "c",
            PlanVersion = 1,
            PlanHash = new string('a', 64),
            Round = 1,
            DossierHash = Convert.ToHexStringLower(SHA256.HashData(Report)),
            RuleVersion = 1,
            Outcome = RoundOutcome.ChangesAsked,
            Stages = [new ResultStage(1, ["chair", "deputy"], 2, 2, 0, 1, 0, 0, 0, 1)],
            Answers =
            [
                new ResultAnswer(
                    "chair",
                    "deputy",
                    DecisionVerdict.RequestChanges,
                    DateTimeOffset.UnixEpoch,
                    "c/9",
                    new string('d', 64)
                ),
            ],
            Barred = ["member"],
            Judged = DateTimeOffset.UnixEpoch,
            ChainHead = new ReceiptHead(9, new string('d', 64)),
            KeyId = Key.Id,
        };

    private Receipt Stored() =>
        new()
        {
            Version = SignedText.Version,
            Number = "c.b.t/2",
            Attempt = ReceiptAttempt.BytesStored,
            Cycle = "c",
            Body = "b",
            BodyName = "Quận ủy",
            ReportType = "t",
            ReportTitle = "Báo cáo",
            Part = "report",
            PartTitle = "Report",
            Window = 1,
            PlanVersion = 1,
            PlanHash = new string('a', 64),
            Person = "p",
            Channel = Channel.Page,
            File = new ReceiptFile
            {
                Name = "report.pdf",
                Size = Report.Length,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(Report)),
                ETag = "0x1",
            },
            Instants = new ReceiptInstants(null, DateTimeOffset.UnixEpoch, default, default),
            Acceptance = new ReceiptAcceptance(true, []),
            ChainHead = new ReceiptHead(1, Chain.Origin),
            KeyId = Key.Id,
        };
}
