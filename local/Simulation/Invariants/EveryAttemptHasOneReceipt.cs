using System.Security.Cryptography;
using System.Text;
using ProgramReview.Core.Events;
using ProgramReview.Core.Receipts;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Whoever tried has something to show.</summary>
internal sealed class EveryAttemptHasOneReceipt : IInvariant
{
    public string Sentence =>
        "Every attempt and every check on record has exactly one receipt: signed, with the number of its own entry, the head before it, and what was really stored when.";

    public bool HasCase(Evidence evidence) => Recordings.Of(evidence).Any();

    public IEnumerable<string> Broken(Evidence evidence)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, lines) in evidence.Assignments)
        {
            Entry? before = null;
            foreach (var line in lines)
            {
                var (isAttempt, text) = line.Event switch
                {
                    AssignmentEvent.SubmissionRecorded recorded => (true, recorded.Receipt),
                    AssignmentEvent.Checked checkedThen => (true, checkedThen.Receipt),
                    AssignmentEvent.Scanned { Result.Verdict: ScanVerdict.Malicious } found => (
                        true,
                        found.Receipt
                    ),
                    AssignmentEvent.AttemptRefused refused => (true, refused.Receipt),
                    _ => (false, null),
                };
                if (isAttempt && (text is null || Jws.Read(text) is not { } jws))
                {
                    yield return $"entry {line.Entry.Sequence} of {id} has no receipt";
                }
                else if (isAttempt && (!seen.Add(text!) || !IsRight(evidence, line, before, text!)))
                {
                    yield return $"the receipt of entry {line.Entry.Sequence} of {id} is not about it";
                }
                before = line.Entry;
            }
        }
    }

    private static bool IsRight(Evidence evidence, Evidence.Line line, Entry? before, string text)
    {
        var jws = Jws.Read(text)!;
        var receipt = Receipt.Parse(text);
        // The signature of the rehearsed signer: no more than a hash, but of everything.
        var signature = HMACSHA256.HashData(
            "rehearsal"u8,
            Encoding.ASCII.GetBytes(jws.SigningInput)
        );
        return jws.Signature.Span.SequenceEqual(signature)
            && receipt.Number == $"{line.Entry.Stream}/{line.Entry.Sequence}"
            && receipt.ChainHead.Sequence == (before?.Sequence ?? 0)
            && receipt.ChainHead.Hash == (before?.Hash ?? Chain.Origin)
            && line.Event switch
            {
                AssignmentEvent.SubmissionRecorded { Submission: var submission } =>
                    evidence.Oracle.Uploads.Exists(upload =>
                        upload.BlobName == submission.BlobName
                        && upload.Sha256 == receipt.File.Sha256
                        && upload.Told == receipt.Instants.Committed
                        && upload.Window == receipt.Window
                    )
                        && receipt.Attempt == ReceiptAttempt.BytesStored,
                AssignmentEvent.Checked said => receipt.Checks == ReceiptChecks.Done
                    && receipt.Follows is not null
                    && evidence.Oracle.Uploads.Exists(upload =>
                        upload.BlobName == said.BlobName
                        && upload.Sha256 == receipt.File.Sha256
                        && upload.Told == receipt.Instants.Committed
                        && receipt.Acceptance.Accepted
                            == Recordings.HasPassed(
                                evidence,
                                upload,
                                one => one.Entry.Sequence < line.Entry.Sequence
                            )
                    ),
                AssignmentEvent.Scanned found => receipt.Checks == ReceiptChecks.Done
                    && receipt.Follows is not null
                    && receipt.Acceptance.Accepted == false
                    && evidence.Oracle.Uploads.Exists(upload =>
                        upload.BlobName == found.BlobName && upload.Sha256 == receipt.File.Sha256
                    ),
                AssignmentEvent.AttemptRefused refused => receipt.Attempt
                    == ReceiptAttempt.NoBytesStored
                    && receipt.Person == refused.Person
                    && receipt.Part == refused.Part
                    && receipt.File.Name == refused.FileName,
                _ => false,
            };
    }
}
