using System.Text.Json.Serialization;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Functions.Status;

/// <summary>
/// One line of an export: everything it takes to check a cycle's record without the system it came from, and to write the cycle back into an
/// empty one. The names are stored for ever.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "line")]
[JsonDerivedType(typeof(Head), "export")]
[JsonDerivedType(typeof(Plan), "plan")]
[JsonDerivedType(typeof(Of), "entry")]
[JsonDerivedType(typeof(Heads), "heads")]
[JsonDerivedType(typeof(Dossier), "dossier")]
[JsonDerivedType(typeof(DossierPart), "dossier-part")]
[JsonDerivedType(typeof(Figures), "figures")]
[JsonDerivedType(typeof(Contact), "contact")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(Mail), "mail")]
[JsonDerivedType(typeof(Permission), "permission")]
[JsonDerivedType(typeof(File), "file")]
[JsonDerivedType(typeof(Withheld), "withheld")]
[JsonDerivedType(typeof(End), "end")]
public abstract record AuditLine
{
    /// <summary>The version of the format; a reader refuses a newer one.</summary>
    public const int CurrentFormat = 1;

    private AuditLine() { }

    /// <summary>The first line.</summary>
    /// <param name="Format">The version of the format.</param>
    /// <param name="Cycle">The cycle.</param>
    /// <param name="At">When it was exported, in product time.</param>
    /// <param name="Holds">What it holds beside the record.</param>
    public sealed record Head(int Format, CycleId Cycle, DateTimeOffset At, AuditScope Holds)
        : AuditLine;

    /// <summary>A plan that the record names.</summary>
    /// <param name="Hash">Its hash, as the record has it.</param>
    /// <param name="Document">The stored document.</param>
    public sealed record Plan(string Hash, string Document) : AuditLine;

    /// <summary>An entry; those of a stream follow each other, the cycle's own come first.</summary>
    /// <param name="Stream">Its stream.</param>
    /// <param name="Sequence">Its number there.</param>
    /// <param name="RecordedAt">When it was written.</param>
    /// <param name="Key">Its occasion.</param>
    /// <param name="Body">The event as JSON, exactly as hashed.</param>
    /// <param name="PreviousHash">The hash of the entry before.</param>
    /// <param name="Hash">Its hash.</param>
    [method: JsonConstructor]
    public sealed record Of(
        StreamId Stream,
        long Sequence,
        DateTimeOffset RecordedAt,
        string Key,
        string Body,
        string PreviousHash,
        string Hash
    ) : AuditLine
    {
        /// <summary>The line of an entry.</summary>
        public Of(Entry entry)
            : this(
                entry.Stream,
                entry.Sequence,
                entry.RecordedAt,
                entry.Key,
                entry.Body,
                entry.PreviousHash,
                entry.Hash
            ) { }

        /// <summary>The entry.</summary>
        [JsonIgnore]
        public Entry Entry => new(Stream, Sequence, RecordedAt, Key, Body, PreviousHash, Hash);
    }

    /// <summary>The list of heads behind an anchor.</summary>
    /// <param name="Root">The anchor's root.</param>
    /// <param name="Document">The stored list.</param>
    public sealed record Heads(string Root, string Document) : AuditLine;

    /// <summary>The root of a dossier's manifest; what it names follows it.</summary>
    /// <param name="Hash">Its hash, as the record has it.</param>
    /// <param name="Document">The stored root.</param>
    public sealed record Dossier(string Hash, string Document) : AuditLine;

    /// <summary>A document that the root of a dossier names: a piece, or what approvers wrote.</summary>
    /// <param name="Hash">Its hash, as the root has it.</param>
    /// <param name="Document">The stored document.</param>
    public sealed record DossierPart(string Hash, string Document) : AuditLine;

    /// <summary>The record of a node's figures that a dossier counts, or one that such a record was made from.</summary>
    /// <param name="Hash">Its hash, as the dossier or the record above has it.</param>
    /// <param name="Document">The stored record.</param>
    public sealed record Figures(string Hash, string Document) : AuditLine;

    /// <summary>The contact that a handover names.</summary>
    /// <param name="Hash">Its hash, as the record has it.</param>
    /// <param name="Document">The kept document, or null if it is gone: erased, if the record says so.</param>
    /// <param name="Kept">The row it stands in, or null if it is gone.</param>
    public sealed record Contact(string Hash, string? Document, ContactRow? Kept = null)
        : AuditLine;

    /// <summary>Where a kept contact stands beside the record.</summary>
    /// <param name="Key">The occasion of the entry that names it.</param>
    /// <param name="At">When it was put down, in product time.</param>
    public sealed record ContactRow(string Key, DateTimeOffset At);

    /// <summary>What a link in somebody's mail opens. A token is made of its id and a key that no export holds.</summary>
    /// <param name="Row">The row.</param>
    public sealed record Link(Web.Links.Link Row) : AuditLine;

    /// <summary>A letter with what became of it; its text and the address are drawn when it is sent.</summary>
    /// <param name="Row">The row.</param>
    public sealed record Mail(OutboxMail Row) : AuditLine;

    /// <summary>A name that was permitted and not yet seen.</summary>
    /// <param name="Row">The row.</param>
    public sealed record Permission(OutstandingPermission Row) : AuditLine;

    /// <summary>Some bytes of a submission or of minutes, those of one file in order and one behind the other; an empty file has one line.</summary>
    /// <param name="Name">The name it is stored under, as the record has it.</param>
    /// <param name="Offset">How many of its bytes stand above.</param>
    /// <param name="Content">The bytes.</param>
    public sealed record File(string Name, long Offset, byte[] Content) : AuditLine
    {
        /// <summary>The most bytes in a line.</summary>
        public const int MostContent = 768 * 1024;
    }

    /// <summary>A submission, or minutes, whose bytes are handed to nobody, nor here; they stay where they are.</summary>
    /// <param name="Name">The name it is stored under, as the record has it.</param>
    /// <param name="Why"><c>file-infected</c> or <c>not-scanned</c>.</param>
    public sealed record Withheld(string Name, string Why) : AuditLine;

    /// <summary>The last line: without it the file is not whole.</summary>
    /// <param name="Entries">How many entries stand above.</param>
    /// <param name="Sha256">SHA-256 over all lines above as they stand in the file, lower-case hexadecimal; null where there is no file.</param>
    public sealed record End(long Entries, string? Sha256 = null) : AuditLine
    {
        /// <summary>Whether the lines above are those that were written.</summary>
        [JsonIgnore]
        public bool IsWhole { get; init; } = true;
    }
}
