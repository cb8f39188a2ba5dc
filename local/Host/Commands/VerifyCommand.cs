using System.CommandLine;
using System.Security.Cryptography;
using ProgramReview.Core.Receipts;

namespace ProgramReview.Local.Host.Commands;

/// <summary><c>review verify</c>: checks a receipt, an answer or a round's result and a file, or dossiers, without a network, and says what that proves.</summary>
internal static class VerifyCommand
{
    private const int MaxReceipt = 128 * 1024;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var receipt = new Argument<string?>("RECEIPT")
        {
            Description =
                "The receipt file from the page or the mail, or a bare receipt (then with --keys)",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var file = new Argument<string?>("FILE")
        {
            Description =
                "The report file it is about; leave it out for an attempt that stored nothing. Of an approver's answer or a round's result: the dossier's manifest, which may be left out",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var keys = new Option<string?>("--keys")
        {
            Description =
                "The published keys (/.well-known/receipt-keys.json), instead of those in the receipt file",
        };
        var dossier = new Option<FileInfo?>("--dossier")
        {
            Description =
                "An export of a cycle's record: its dossiers are made again from the chains and files in it",
        };
        var command = new Command(
            "verify",
            "Check a receipt, an answer or a result and its file, or the dossiers of an export, offline; exit 0 if all is genuine, else 1"
        )
        {
            receipt,
            file,
            keys,
            dossier,
        };
        command.SetAction(
            async (parsed, cancellation) =>
                (parsed.GetValue(receipt), parsed.GetValue(dossier)) switch
                {
                    ({ } path, null) => Run(path, parsed.GetValue(file), parsed.GetValue(keys)),
                    (null, { } export) => await DossierTelling.VerifyAsync(export, cancellation)
                        ? 0
                        : 1,
                    _ => throw new StartException(
                        "Name either a RECEIPT, or an export with --dossier."
                    ),
                }
        );
        return command;
    }

    private static int Run(string receiptPath, string? filePath, string? keysPath)
    {
        var check = Check(ReadSmall(receiptPath), keysPath is null ? null : ReadKeys(keysPath));
        if (check is not ReceiptCheck.Genuine genuine)
        {
            return Fail(VerifyWords.Of(((ReceiptCheck.Refused)check).Fault));
        }
        var compared = genuine.Content switch
        {
            Receipt receipt => FaultOf(receipt.File, filePath),
            AnswerReceipt answer => FaultOf(answer.DossierHash, filePath),
            RoundResult result => FaultOf(result.DossierHash, filePath),
            var other => throw new InvalidOperationException(
                $"{other.GetType().Name} is not compared with anything."
            ),
        };
        if (compared is not null)
        {
            return Fail(compared);
        }
        var keysAreGiven = keysPath is not null;
        Console.Out.Write(
            genuine.Content is Receipt sent
                ? VerifyWords.Of(sent, genuine.Key, filePath, keysAreGiven)
                : VerifyRoundWords.Of(genuine, filePath, keysAreGiven)
        );
        return 0;
    }

    private static ReceiptCheck Check(byte[] content, IReadOnlyList<ReceiptKey>? trusted)
    {
        if (content is not [(byte)'{', ..])
        {
            return trusted is null
                ? throw new StartException(
                    "A bare receipt carries no key: give the published keys with --keys, or the receipt file from the page."
                )
                : ReceiptCheck.Of(System.Text.Encoding.Latin1.GetString(content), trusted);
        }
        return ReceiptBundle.Read(content) is { } bundle
            ? ReceiptCheck.Of(bundle.Jws, trusted ?? bundle.Keys)
            : new ReceiptCheck.Refused(ReceiptFault.BundleChanged);
    }

    /// <summary>Why receipt and file do not belong together, or null if they do.</summary>
    private static string? FaultOf(ReceiptFile named, string? path)
    {
        if (named.Sha256 is null)
        {
            return path is null
                ? null
                : "The receipt is genuine, but it is about an attempt that stored nothing: it names no bytes that a file could be compared with. Leave FILE out.";
        }
        if (path is null)
        {
            throw new StartException(
                "The receipt names the bytes of a file: give the FILE to compare it with."
            );
        }
        using var file = Open(path);
        return Convert.ToHexStringLower(SHA256.HashData(file)) == named.Sha256
            ? null
            : $"NOT PROVEN: {path} is not the file of this receipt; its bytes are others (SHA-256 does not match).";
    }

    // The manifest need not be given: what was decided about is named by its hash all the same.
    private static string? FaultOf(string dossierHash, string? path)
    {
        if (path is null)
        {
            return null;
        }
        using var file = Open(path);
        return Convert.ToHexStringLower(SHA256.HashData(file)) == dossierHash
            ? null
            : $"NOT PROVEN: {path} is not the manifest that was decided about; its bytes are others (SHA-256 does not match).";
    }

    private static IReadOnlyList<ReceiptKey> ReadKeys(string path) =>
        ReceiptKeySet.Read(ReadSmall(path))
        ?? throw new StartException(
            $"{path} is not a set of keys as published at /.well-known/receipt-keys.json."
        );

    private static byte[] ReadSmall(string path)
    {
        using var file = Open(path);
        return file.Length <= MaxReceipt
            ? File.ReadAllBytes(path)
            : throw new StartException($"{path} is too large for a receipt or a set of keys.");
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"{path} cannot be read: {refused.Message}");
        }
    }

    private static int Fail(string line)
    {
        Console.Error.WriteLine(line);
        return 1;
    }
}
