using System.Globalization;
using System.Text;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Receipts;

namespace ProgramReview.Local.Host.Commands;

/// <summary>Says in plain words what checking a receipt proves and what it does not.</summary>
internal static class VerifyWords
{
    /// <summary>One line for a receipt that is not taken.</summary>
    public static string Of(ReceiptFault fault) =>
        "NOT PROVEN: "
        + fault switch
        {
            ReceiptFault.NotInForm =>
                "this is not a receipt in its exact form; it was changed, cut off, or something was added (a line end too).",
            ReceiptFault.BundleChanged =>
                "the receipt file was changed: it is not byte for byte what was handed out.",
            ReceiptFault.OtherAlgorithm =>
                "the receipt names another algorithm than ES256; a rehearsal's receipt does, and proves nothing.",
            ReceiptFault.UnknownKey =>
                "the receipt names a key that is not among the keys it is checked with.",
            ReceiptFault.SignatureDoesNotMatch =>
                "the signature does not match: the receipt was changed, or not signed with this key.",
            ReceiptFault.UnknownVersion =>
                "the signature matches, but the receipt is of a kind that this program does not know; use a newer one.",
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
        };

    /// <summary>The whole report on a genuine receipt.</summary>
    public static string Of(Receipt receipt, ReceiptKey key, string? file, bool keysAreGiven)
    {
        var text = new StringBuilder();
        void Line(string line = "") => text.Append(line).Append('\n');

        Line($"Receipt {receipt.Number} is genuine.");
        Line();
        Line("Proven:");
        Line("- Nothing in the receipt was changed since it was signed with the key named below.");
        if (file is not null)
        {
            Line(
                $"- {file} has, byte for byte, the content that was stored ({receipt.File.Size:N0} bytes, SHA-256 {receipt.File.Sha256})."
            );
        }
        Line();
        Line("The signer states:");
        foreach (var statement in Statements(receipt))
        {
            Line($"- {statement}");
        }
        Line();
        Line("Not proven:");
        Line(Whose(key, keysAreGiven));
        Line(
            "- That the clocks of storage and signer were right, and what happened later: whether the version was replaced, returned or approved stands in the record."
        );
        if (file is null)
        {
            Line("- What the file held: nothing was stored, so there is nothing to compare.");
        }
        return text.ToString();
    }

    /// <summary>What is not proven about the key.</summary>
    public static string Whose(ReceiptKey key, bool keysAreGiven) =>
        keysAreGiven
            ? $"- That the keys you gave are the publisher's: that depends on where you have them from. Key: {key.Id}"
            : $"- Whose key it is: it came with the receipt. Compare it with the published keys (/.well-known/receipt-keys.json), or check with --keys. Key: {key.Id}";

    private static IEnumerable<string> Statements(Receipt receipt)
    {
        yield return $"{receipt.BodyName} ({receipt.Body}) sent \"{receipt.ReportTitle}\" ({receipt.ReportType}), part \"{receipt.PartTitle}\" ({receipt.Part}), opening {receipt.Window}, under plan {receipt.Cycle} version {receipt.PlanVersion} ({receipt.PlanHash}); link of {receipt.Person}, noticed through {receipt.Channel}.";
        yield return receipt.Attempt == ReceiptAttempt.BytesStored
            ? $"The file was called \"{receipt.File.Name}\" and was stored completely at {At(receipt.Instants.Committed!.Value)} (ETag {receipt.File.ETag})."
            : $"The attempt (file name: {(receipt.File.Name is { } name ? $"\"{name}\"" : "none")}) was refused before any byte was stored.";
        if (receipt.File is { Sha256: { } stored, BrowserSha256: { } browser })
        {
            yield return browser == stored
                ? "The sender's browser had computed the same SHA-256 before sending."
                : $"WARNING: the sender's browser had computed another SHA-256 before sending: {browser}.";
        }
        if (receipt.Instants.Permitted is { } permitted)
        {
            yield return $"Permission to send was given at {At(permitted)}.";
        }
        yield return $"It was noticed at {At(receipt.Instants.Noticed)} and judged at {At(receipt.Instants.Judged)}.";
        yield return receipt.Timeliness is { } timeliness
            ? Judgement(timeliness)
            : "It was not judged by time: no window had opened.";
        if (receipt.Follows is { } first)
        {
            yield return $"It follows receipt {first}, which was made when the file was stored; between the two its content was looked at.";
        }
        yield return receipt.Acceptance switch
        {
            { Accepted: null } =>
                "What it holds had not been looked at: whether it counts, and which version it replaces, a second receipt says. By time it is judged for good.",
            { Accepted: true, Findings: [] } => "It could count: nothing to correct was found.",
            { Accepted: true, Findings: var notes } =>
                $"It could count, with notes: {string.Join(", ", notes)}.",
            { Findings: var faults } => $"It could not count: {string.Join(", ", faults)}.",
        };
        if (receipt.Replaces is { } replaced)
        {
            yield return $"It replaced the version of receipt {replaced}.";
        }
        yield return $"Before it, the assignment's audit chain ended with entry {receipt.ChainHead.Sequence}, hash {receipt.ChainHead.Hash}.";
    }

    private static string Judgement(ReceiptTimeliness timeliness)
    {
        var verdict = timeliness.Verdict switch
        {
            TimelinessVerdict.OnTime => "on time",
            TimelinessVerdict.Late => "late",
            TimelinessVerdict.Refused => "refused",
            _ => throw new ArgumentOutOfRangeException(nameof(timeliness)),
        };
        var window =
            $"due before {timeliness.Due}, closed from {timeliness.Closes}; {timeliness.Reason}, rule version {timeliness.RuleVersion}";
        return timeliness.InstantOf switch
        {
            ReceiptInstantKind.Commit =>
                $"By the instant of complete storage it was {verdict.ToUpperInvariant()} ({window}).",
            ReceiptInstantKind.Arrival =>
                $"It came on paper or by mail; operations state that it arrived at {At(timeliness.Instant)}, and by that it was {verdict.ToUpperInvariant()} ({window}). The file is the evidence.",
            _ =>
                $"The request arrived at {At(timeliness.Instant)}, which is no storing of a file; by time alone that is {verdict} ({window}).",
        };
    }

    /// <summary>An instant in UTC.</summary>
    public static string At(DateTimeOffset instant) =>
        instant
            .ToUniversalTime()
            .ToString("yyyy-MM-dd HH:mm:ss.FFF 'UTC'", CultureInfo.InvariantCulture);
}
