using System.Security.Cryptography;
using System.Text;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Figures;
using ProgramReview.Functions.Status;

namespace ProgramReview.Local.Rehearsal.Audit;

/// <summary>Verifies a cycle's record as its lines come, from storage or from a file.</summary>
public static class AuditCheck
{
    /// <summary>Reads all lines and says what is wrong.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="heads">Hashes of entries that somebody holds outside: from receipts and auditors' letters.</param>
    /// <param name="ends">Entries that must be there, from another copy of the record.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InvalidDataException">The lines are no whole record.</exception>
    public static async Task<AuditReport> VerifyAsync(
        IAsyncEnumerable<AuditLine> lines,
        IEnumerable<string> heads,
        IEnumerable<ChainHead>? ends = null,
        CancellationToken cancellation = default
    )
    {
        Reading? reading = null;
        await foreach (var line in lines.WithCancellation(cancellation))
        {
            if (line is AuditLine.Head head)
            {
                reading = new Reading(head);
                continue;
            }
            reading!.Take(line);
        }
        return reading?.Finish(heads, ends ?? [])
            ?? throw new InvalidDataException("There is no record: not one line came.");
    }

    private sealed class Reading(AuditLine.Head head)
    {
        private readonly AuditVerification verification = new(head.Cycle);
        private readonly NamedDocuments named = new();
        private readonly HashSet<string> found = [];
        private readonly FileHashes files = new();
        private readonly Dictionary<string, string> dossierOf = [];
        private readonly Dictionary<string, int> roundOf = [];
        private readonly HashSet<string> withheld = new(StringComparer.Ordinal);

        public void Take(AuditLine line)
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
                    CheckHash(plan.Hash, plan.Document);
                    break;
                case AuditLine.Contact { Document: null } gone:
                    // A row that is gone without a word on record is missing like any other document.
                    if (
                        named.Contacts.TryGetValue(gone.Hash, out var handover)
                        && named.Erased.Contains(NewHolderOf(handover))
                    )
                    {
                        found.Add(gone.Hash);
                        verification.NoteErased(handover.Sequence);
                    }
                    break;
                case AuditLine.Contact { Document: { } kept } contact:
                    CheckHash(contact.Hash, kept);
                    break;
                case AuditLine.Dossier dossier:
                    if (CheckHash(dossier.Hash, dossier.Document))
                    {
                        Name(dossier);
                    }
                    break;
                case AuditLine.DossierPart part:
                    if (
                        CheckHash(part.Hash, part.Document)
                        && roundOf.TryGetValue(part.Hash, out var round)
                    )
                    {
                        Quote(part, round);
                    }
                    break;
                case AuditLine.Figures figures:
                    if (CheckHash(figures.Hash, figures.Document))
                    {
                        Name(figures);
                    }
                    break;
                case AuditLine.File file:
                    files.Add(file);
                    break;
                case AuditLine.Withheld file:
                    withheld.Add(file.Name);
                    break;
                case AuditLine.End { IsWhole: false }:
                    verification.Note(new AuditFault(null, 0, AuditFaultKind.ExportChanged));
                    break;
                // Beside the record: nothing in it says what they hold. Of an export the last line's hash covers them.
                case AuditLine.Link or AuditLine.Mail or AuditLine.Permission or AuditLine.End:
                    break;
                default:
                    throw new InvalidDataException(
                        $"A {line.GetType().Name} line out of its place."
                    );
            }
        }

        public AuditReport Finish(IEnumerable<string> heads, IEnumerable<ChainHead> ends)
        {
            foreach (
                var (hash, entry) in named.ThatMustBeThere.Where(pair => !found.Contains(pair.Key))
            )
            {
                if (!head.Holds.Contacts && named.Contacts.ContainsKey(hash))
                {
                    verification.NoteLeftOut();
                }
                else
                {
                    Note(entry, AuditFaultKind.DocumentMissing, $"document {hash}");
                }
            }
            foreach (var (hash, by) in dossierOf.Where(part => !found.Contains(part.Key)))
            {
                Note(named.EntryOf(by), AuditFaultKind.DocumentMissing, $"document {hash}");
            }
            CheckFiles();
            foreach (var hash in heads)
            {
                verification.Quote(stream: null, hash, $"the quoted head {hash}");
            }
            foreach (var end in ends)
            {
                verification.Quote(end.Stream, end.Hash, "the other copy");
            }
            return verification.Finish();
        }

        private void CheckFiles()
        {
            var read = files.Finish();
            foreach (var file in named.Files.Values)
            {
                if (!head.Holds.Files || IsWithheld(file.Name))
                {
                    verification.NoteLeftOut();
                }
                else if (read.GetValueOrDefault(file.Name) != file.Sha256)
                {
                    verification.Note(
                        new AuditFault(
                            file.Stream,
                            file.Sequence,
                            read.ContainsKey(file.Name)
                                ? AuditFaultKind.DocumentChanged
                                : AuditFaultKind.DocumentMissing,
                            $"file {file.Name}"
                        )
                    );
                }
            }
        }

        // What the record calls clean has no reason not to be there.
        private bool IsWithheld(string name) =>
            withheld.Contains(name) && ScanResult.Worst(named.ScansOf(name)) != ScanVerdict.Clean;

        private bool CheckHash(string hash, string document)
        {
            found.Add(hash);
            var holds =
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document))) == hash;
            if (!holds)
            {
                Note(
                    named.EntryOf(dossierOf.GetValueOrDefault(hash) ?? hash),
                    AuditFaultKind.DocumentChanged,
                    $"document {hash}"
                );
            }
            return holds;
        }

        private static string NewHolderOf(Entry handover) =>
            handover.Event switch
            {
                CycleEvent.DutyPassed passed => passed.To,
                CycleEvent.SeatPassed passed => passed.To,
                CycleEvent.DeputyNamed named => named.Person,
                _ => throw new InvalidOperationException(
                    $"{handover.Event.GetType().Name} names no contact."
                ),
            };

        private void Note(Entry? by, AuditFaultKind kind, string source) =>
            verification.Note(new AuditFault(by?.Stream, by?.Sequence ?? 0, kind, source));

        private void Name(AuditLine.Dossier line)
        {
            var dossier = Dossier.FromManifest(Encoding.UTF8.GetBytes(line.Document));
            foreach (var part in dossier.Parts.Concat(dossier.Figures is { } whole ? [whole] : []))
            {
                dossierOf.TryAdd(part, line.Hash);
            }
            foreach (var piece in dossier.Pieces)
            {
                roundOf.TryAdd(piece.Hash, dossier.Round);
            }
        }

        private void Name(AuditLine.Figures line)
        {
            var figures = FigureNode.FromBytes(Encoding.UTF8.GetBytes(line.Document));
            foreach (var child in figures.Children)
            {
                dossierOf.TryAdd(child.Hash, dossierOf.GetValueOrDefault(line.Hash) ?? "");
            }
        }

        // A dossier quotes the head of every chain that it was compiled from.
        private void Quote(AuditLine.DossierPart line, int round)
        {
            var piece = DossierPiece.FromBytes(Encoding.UTF8.GetBytes(line.Document));
            foreach (var report in piece.Reports)
            {
                verification.Quote(
                    report.Assignment.Stream,
                    report.ChainHead,
                    $"the dossier of round {round}"
                );
            }
        }
    }
}
