using System.Text.Json;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Uploading;

namespace ProgramReview.Functions.Status;

/// <summary>The documents that a record names by their hashes, with the entry that names each first.</summary>
public sealed class NamedDocuments
{
    private readonly Dictionary<string, Entry> plans = [];
    private readonly Dictionary<string, Entry> roots = [];
    private readonly Dictionary<string, Entry> dossiers = [];
    private readonly Dictionary<string, Entry> contacts = [];
    private readonly HashSet<string> erased = [];
    private readonly Dictionary<string, NamedFile> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ScanResult>> scans = new(StringComparer.Ordinal);

    /// <summary>The hashes of plans.</summary>
    public IEnumerable<string> Plans => plans.Keys;

    /// <summary>The roots of anchors.</summary>
    public IEnumerable<string> Roots => roots.Keys;

    /// <summary>The hashes of dossiers.</summary>
    public IEnumerable<string> Dossiers => dossiers.Keys;

    /// <summary>The hashes of kept contacts, with the entries that name them.</summary>
    public IReadOnlyDictionary<string, Entry> Contacts => contacts;

    /// <summary>The contacts that by the record were erased: person ids.</summary>
    public IReadOnlySet<string> Erased => erased;

    /// <summary>The files of submissions and sessions by their names; of one that was recorded twice the later version.</summary>
    public IReadOnlyDictionary<string, NamedFile> Files => files;

    /// <summary>What scanners said of a file, in order.</summary>
    public IReadOnlyList<ScanResult> ScansOf(string name) => scans.GetValueOrDefault(name) ?? [];

    /// <summary>Plans, dossiers and contacts with the entries that name them; of a contact that is gone there is a line that says so.</summary>
    public IEnumerable<KeyValuePair<string, Entry>> ThatMustBeThere =>
        plans.Concat(dossiers).Concat(contacts);

    /// <summary>The entry that names a plan, a dossier or a contact; null if none does.</summary>
    public Entry? EntryOf(string hash) =>
        ThatMustBeThere.FirstOrDefault(pair => pair.Key == hash).Value;

    /// <summary>Looks at an entry; one that cannot be read names nothing.</summary>
    public void Add(Entry entry)
    {
        switch (Read(entry))
        {
            case AssignmentEvent.SubmissionRecorded { Submission: var submission }:
                files[submission.BlobName] = new NamedFile(
                    submission.BlobName,
                    submission.Sha256,
                    submission.ETag,
                    entry.Stream,
                    entry.Sequence
                );
                break;
            case AssignmentEvent.Scanned { BlobName: var name, Result: var result }:
                AddScan(name, result);
                break;
            case CycleEvent.MeetingRecorded { Minutes: var hash }:
                files.TryAdd(
                    NameOf(entry, hash),
                    new NamedFile(
                        NameOf(entry, hash),
                        hash,
                        ETag: null,
                        entry.Stream,
                        entry.Sequence
                    )
                );
                break;
            case CycleEvent.MinutesScanned { Minutes: var hash, Result: var result }:
                AddScan(NameOf(entry, hash), result);
                break;
            case CycleEvent.Started started:
                plans.TryAdd(started.PlanHash, entry);
                break;
            case CycleEvent.DutyPassed passed:
                contacts.TryAdd(passed.ContactHash, entry);
                break;
            case CycleEvent.SeatPassed seated:
                contacts.TryAdd(seated.ContactHash, entry);
                break;
            case CycleEvent.DeputyNamed { ContactHash: { } hash }:
                contacts.TryAdd(hash, entry);
                break;
            case CycleEvent.ContactErased gone:
                erased.Add(gone.Person);
                break;
            case CycleEvent.Anchored anchored:
                roots.TryAdd(anchored.Root, entry);
                break;
            case CycleEvent.DossierCompiled compiled:
                dossiers.TryAdd(compiled.DossierHash, entry);
                break;
        }
    }

    private static string NameOf(Entry entry, string minutes) =>
        new MinutesName(CycleId.Of(entry.Stream), minutes).ToString();

    private void AddScan(string name, ScanResult result)
    {
        if (!scans.TryAdd(name, [result]))
        {
            scans[name].Add(result);
        }
    }

    private static Event? Read(Entry entry)
    {
        try
        {
            return entry.Event;
        }
        catch (Exception unknown) when (unknown is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}
