using System.Security.Cryptography;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Uploading;

namespace ProgramReview.Local.Simulation.Oracles;

/// <summary>
/// What really happened, written down by the simulation itself where the world is: bytes when they were stored, answers when they were pressed, mails
/// when they left. No rule of the product has a part in it. Everything has its place in one order.
/// </summary>
internal sealed class Oracle(TimeProvider clock)
{
    private readonly Dictionary<(string Id, bool IsCutIn), int> attempts = [];
    private readonly Dictionary<string, MadeFile> made = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> sentFor = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> begun = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> ended = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> marks = new(StringComparer.Ordinal);
    private int now;

    /// <summary>Whether what happens now happens in the middle of something else; each has its own attempts.</summary>
    public bool IsCutIn { get; set; }

    /// <summary>Every stored file.</summary>
    public List<StoredUpload> Uploads { get; } = [];

    /// <summary>Every upload that the page did not let begin.</summary>
    public List<RefusedUpload> RefusedUploads { get; } = [];

    /// <summary>Every answer that an approver, or somebody who is none, sent off.</summary>
    public List<SentDecision> Decisions { get; } = [];

    /// <summary>What members really said in sessions, by round and seat.</summary>
    public Dictionary<(int Round, string Seat), DecisionVerdict> Sessions { get; } = [];

    /// <summary>The orders about seats that nobody on the committee knows of, by key.</summary>
    public HashSet<string> Forged { get; } = new(StringComparer.Ordinal);

    /// <summary>Every act about deputies that an approver, or somebody who is none, sent off.</summary>
    public List<CycleEvent> Deputings { get; } = [];

    /// <summary>Every objection that somebody sent off.</summary>
    public List<(long Order, string Person)> Objections { get; } = [];

    /// <summary>Every extension that an operator gave.</summary>
    public List<Extension> Extensions { get; } = [];

    /// <summary>The assignments that an operator released somebody from, and since when.</summary>
    public Dictionary<AssignmentId, DateTimeOffset> Exemptions { get; } = [];

    /// <summary>What operators ordered, by the key under which it stands on record if it was taken.</summary>
    public Dictionary<string, Order> Orders { get; } = new(StringComparer.Ordinal);

    /// <summary>Since when a report that came after its close may count, by its name.</summary>
    public Dictionary<string, DateTimeOffset> Admissions { get; } = new(StringComparer.Ordinal);

    /// <summary>Every answer to a query that somebody of a body sent off.</summary>
    public List<SentExplanation> Explanations { get; } = [];

    /// <summary>Every file that somebody had checked and did not send.</summary>
    public List<UnsentFile> Unsent { get; } = [];

    /// <summary>Files that storage let somebody replace.</summary>
    public List<string> Overwritten { get; } = [];

    /// <summary>Whether somebody looks for malware in this run.</summary>
    public bool IsScanned { get; init; }

    /// <summary>Every time that somebody was handed a file: its name, and the place in the order of all that happened.</summary>
    public List<(string BlobName, int At)> Handouts { get; } = [];

    /// <summary>What operators chose after expired rounds.</summary>
    public Dictionary<int, NextStep> Choices { get; } = [];

    /// <summary>What operators had started again, by the key of the order.</summary>
    public Dictionary<string, string> Retries { get; } = [];

    /// <summary>The processes that were ended from outside.</summary>
    public HashSet<string> Ended { get; } = [];

    /// <summary>When each daily sweep began that looked at everything without a failure.</summary>
    public List<DateTimeOffset> DailyLooks { get; } = [];

    /// <summary>Every time a mail was handed to the provider.</summary>
    public List<Sending> Sendings { get; } = [];

    /// <summary>Every time a personal link opened for somebody.</summary>
    public List<Opening> Openings { get; } = [];

    /// <summary>When the outcome of a mail was first on record.</summary>
    public Dictionary<string, int> Outcomes { get; } = new(StringComparer.Ordinal);

    /// <summary>When each entry was on record.</summary>
    public Dictionary<(StreamId Stream, long Sequence), int> Entries { get; } = [];

    /// <summary>A permission was given for a file that somebody wants to send as this part.</summary>
    public void Permitted(string blobName, string part) => sentFor[blobName] = part;

    /// <summary>Somebody made a file to send.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="file">What it really is.</param>
    public void Made(ReadOnlySpan<byte> content, MadeFile file) => made[HashOf(content)] = file;

    /// <summary>Somebody was told what a file holds that they did not send.</summary>
    /// <param name="assignment">For what it was meant.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="codes">The codes of what was found.</param>
    public void CheckedOnly(
        AssignmentId assignment,
        ReadOnlySpan<byte> content,
        IEnumerable<string> codes
    )
    {
        var hash = HashOf(content);
        Unsent.Add(
            new UnsentFile(assignment, hash, made[hash], codes.ToHashSet(StringComparer.Ordinal))
        );
    }

    /// <summary>The bytes of a file were complete in storage.</summary>
    public void Stored(string blobName, byte[] content)
    {
        var name = BlobName.Parse(blobName, null);
        var hash = HashOf(content);
        Uploads.Add(
            new StoredUpload(
                ++now,
                name.Assignment,
                name.Window,
                sentFor.GetValueOrDefault(blobName, name.Part),
                blobName,
                clock.GetUtcNow(),
                hash,
                made[hash]
            )
        );
    }

    private static string HashOf(ReadOnlySpan<byte> content) =>
        Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>A reader has bytes before it.</summary>
    /// <returns>What they really are; null for bytes that nobody made to be sent.</returns>
    public MadeFile? ReadingBegins(string sha256)
    {
        begun[sha256] = begun.GetValueOrDefault(sha256) + 1;
        return made.GetValueOrDefault(sha256);
    }

    /// <summary>A reader came to the end of them.</summary>
    public void ReadingEnds(string sha256) => ended[sha256] = ended.GetValueOrDefault(sha256) + 1;

    /// <summary>A mark that a reading is about to begin is in storage.</summary>
    public void Marked(string sha256) => marks[sha256] = marks.GetValueOrDefault(sha256) + 1;

    /// <summary>How many readings of these bytes began, and how many came to their end.</summary>
    public (int Begun, int Ended) ReadingsOf(string sha256) =>
        (begun.GetValueOrDefault(sha256), ended.GetValueOrDefault(sha256));

    /// <summary>How many marks there are about these bytes.</summary>
    public int MarksOf(string sha256) => marks.GetValueOrDefault(sha256);

    /// <summary>When the end of the cycle was on record.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>An entry is on record.</summary>
    public void Appended(Entry entry)
    {
        Entries[(entry.Stream, entry.Sequence)] = ++now;
        if (entry.Key == "ended")
        {
            EndedAt ??= clock.GetUtcNow();
        }
        if (Orders.TryGetValue(entry.Key, out var order))
        {
            Taken(order, entry.Event);
        }
        if (
            entry.Event is AssignmentEvent.DueExtended { Outage: not null } moved
            && AssignmentId.TryParse(entry.Stream.Value, null, out var assignment)
        )
        {
            Extensions.Add(
                new Extension(
                    assignment,
                    moved.Window,
                    moved.To.Show(TimeZoneInfo.Utc),
                    moved.Closes.Show(TimeZoneInfo.Utc),
                    clock.GetUtcNow()
                )
            );
        }
    }

    // The instants are those that the operator ordered; only to which window they apply is read from the entry.
    private void Taken(Order order, Event @event)
    {
        var now = clock.GetUtcNow();
        switch (order.Command, @event)
        {
            case (Command.Extend extend, AssignmentEvent.DueExtended extended):
                Extensions.Add(
                    new Extension(
                        order.Assignment,
                        extended.Window,
                        extend.Due.Show(TimeZoneInfo.Utc),
                        extend.Closes?.Show(TimeZoneInfo.Utc),
                        now
                    )
                );
                break;
            case (Command.Exempt, AssignmentEvent.Exempted):
                Exemptions.TryAdd(order.Assignment, now);
                break;
            case (Command.Admit admit, AssignmentEvent.Admitted):
                Admissions.TryAdd(admit.BlobName, now);
                break;
            default:
                break;
        }
    }

    /// <summary>Somebody was handed a file.</summary>
    public void HandedOut(string blobName) => Handouts.Add((blobName, ++now));

    /// <summary>The product begins an attempt to send a mail.</summary>
    public void AttemptBegins(string id) => attempts[(id, IsCutIn)] = ++now;

    /// <summary>The product hands a mail to the provider.</summary>
    public void Handed(Sending sending) =>
        Sendings.Add(
            sending with
            {
                At = ++now,
                Time = clock.GetUtcNow(),
                Began = attempts.GetValueOrDefault((sending.Id, IsCutIn)),
            }
        );

    /// <summary>Somebody begins to open something; its place in the order of all that happens.</summary>
    public int OpeningBegins() => ++now;

    /// <summary>The outcome of a mail is on record.</summary>
    public void OutcomeRecorded(string id) => Outcomes.TryAdd(id, ++now);
}
