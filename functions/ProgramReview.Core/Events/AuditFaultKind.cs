namespace ProgramReview.Core.Events;

/// <summary>What can be wrong with a record.</summary>
public enum AuditFaultKind
{
    /// <summary>The numbers of a stream do not count up by one: an entry is missing, doubled or in another's place.</summary>
    OutOfOrder,

    /// <summary>The entry does not stand on the one before.</summary>
    Unlinked,

    /// <summary>What the entry says does not have its hash.</summary>
    Changed,

    /// <summary>An occasion is on record twice.</summary>
    KeyRepeated,

    /// <summary>The entry holds no event that this version knows, or one of another kind of stream.</summary>
    Unreadable,

    /// <summary>The receipt in the entry quotes another entry before it than the one that stands there.</summary>
    ReceiptDiffers,

    /// <summary>The entry belongs to another cycle, or its stream was over already.</summary>
    Misplaced,

    /// <summary>A document that the entry names by its hash is not there: the list of heads behind an anchor, a plan, a dossier.</summary>
    DocumentMissing,

    /// <summary>A document that the entry names by its hash has another hash.</summary>
    DocumentChanged,

    /// <summary>An entry that an anchor or a document quotes is not there: the end of the stream was cut off.</summary>
    CutOff,

    /// <summary>In the place of an entry that an anchor or a document quotes stands another: the stream was written anew.</summary>
    Rewritten,

    /// <summary>The export is not as it was written: a line was changed, added or taken away.</summary>
    ExportChanged,
}
