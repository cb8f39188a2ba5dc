using System.Text.Json.Serialization;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Status;

/// <summary>
/// One line of an export: everything it takes to check a cycle's record without the system it came from. The names are stored for ever.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "line")]
[JsonDerivedType(typeof(Head), "export")]
[JsonDerivedType(typeof(Plan), "plan")]
[JsonDerivedType(typeof(Of), "entry")]
[JsonDerivedType(typeof(Heads), "heads")]
[JsonDerivedType(typeof(Dossier), "dossier")]
[JsonDerivedType(typeof(Contact), "contact")]
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
    public sealed record Head(int Format, CycleId Cycle, DateTimeOffset At) : AuditLine;

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

    /// <summary>The manifest of a dossier.</summary>
    /// <param name="Hash">Its hash, as the record has it.</param>
    /// <param name="Document">The stored manifest.</param>
    public sealed record Dossier(string Hash, string Document) : AuditLine;

    /// <summary>The contact that a handover names.</summary>
    /// <param name="Hash">Its hash, as the record has it.</param>
    /// <param name="Document">The kept document, or null if it is gone: erased, if the record says so.</param>
    public sealed record Contact(string Hash, string? Document) : AuditLine;

    /// <summary>The last line: without it the file is not whole.</summary>
    /// <param name="Entries">How many entries stand above.</param>
    public sealed record End(long Entries) : AuditLine;
}
