using System.Security.Cryptography;
using System.Text;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Status;

namespace ProgramReview.Local.Rehearsal.Audit;

/// <summary>Verifies a cycle's record as its lines come, from storage or from a file.</summary>
public static class AuditCheck
{
    /// <summary>Reads all lines and says what is wrong.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="heads">Hashes of entries that somebody holds outside: from receipts and auditors' letters.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InvalidDataException">The lines are no whole record.</exception>
    public static async Task<AuditReport> VerifyAsync(
        IAsyncEnumerable<AuditLine> lines,
        IEnumerable<string> heads,
        CancellationToken cancellation = default
    )
    {
        AuditVerification? verification = null;
        var (named, found) = (new NamedDocuments(), new HashSet<string>());
        await foreach (var line in lines.WithCancellation(cancellation))
        {
            if (line is AuditLine.Head head)
            {
                verification = new AuditVerification(head.Cycle);
                continue;
            }
            Take(verification!, line, named, found);
        }
        if (verification is null)
        {
            throw new InvalidDataException("There is no record: not one line came.");
        }
        foreach (
            var (hash, entry) in named.ThatMustBeThere.Where(pair => !found.Contains(pair.Key))
        )
        {
            verification.Note(
                new AuditFault(
                    entry.Stream,
                    entry.Sequence,
                    AuditFaultKind.DocumentMissing,
                    $"document {hash}"
                )
            );
        }
        foreach (var hash in heads)
        {
            verification.Quote(stream: null, hash, $"the quoted head {hash}");
        }
        return verification.Finish();
    }

    private static void Take(
        AuditVerification verification,
        AuditLine line,
        NamedDocuments named,
        HashSet<string> found
    )
    {
        switch (line)
        {
            case AuditLine.Of { Entry: var entry }:
                verification.Add(entry);
                named.Add(entry);
                break;
            case AuditLine.Heads heads:
                verification.AddHeads(heads.Root, heads.Document);
                break;
            case AuditLine.Plan plan:
                CheckHash(verification, plan.Hash, plan.Document, named, found);
                break;
            case AuditLine.Contact { Document: null } gone:
                // A row that is gone without a word on record is missing like any other document.
                if (
                    named.Contacts.TryGetValue(gone.Hash, out var handover)
                    && named.Erased.Contains(((CycleEvent.DutyPassed)handover.Event).To)
                )
                {
                    found.Add(gone.Hash);
                    verification.NoteErased(handover.Sequence);
                }
                break;
            case AuditLine.Contact { Document: { } kept } contact:
                CheckHash(verification, contact.Hash, kept, named, found);
                break;
            case AuditLine.Dossier dossier:
                if (CheckHash(verification, dossier.Hash, dossier.Document, named, found))
                {
                    Quote(verification, dossier);
                }
                break;
            case AuditLine.End:
                break;
            default:
                throw new InvalidDataException($"A {line.GetType().Name} line out of its place.");
        }
    }

    private static bool CheckHash(
        AuditVerification verification,
        string hash,
        string document,
        NamedDocuments named,
        HashSet<string> found
    )
    {
        found.Add(hash);
        var holds =
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document))) == hash;
        var by = named.ThatMustBeThere.FirstOrDefault(pair => pair.Key == hash).Value;
        if (!holds)
        {
            verification.Note(
                new AuditFault(
                    by?.Stream,
                    by?.Sequence ?? 0,
                    AuditFaultKind.DocumentChanged,
                    $"document {hash}"
                )
            );
        }
        return holds;
    }

    // A dossier quotes the head of every chain that it was compiled from.
    private static void Quote(AuditVerification verification, AuditLine.Dossier line)
    {
        var dossier = Core.Compiling.Dossier.FromManifest(Encoding.UTF8.GetBytes(line.Document));
        foreach (var report in dossier.Reports)
        {
            verification.Quote(
                report.Assignment.Stream,
                report.ChainHead,
                $"the dossier of round {dossier.Round}"
            );
        }
    }
}
