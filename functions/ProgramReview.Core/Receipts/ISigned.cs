namespace ProgramReview.Core.Receipts;

/// <summary>Something that is signed and handed out: it names its place in the record and its key, and is written in one way only.</summary>
public interface ISigned
{
    /// <summary>The header's <c>typ</c>: what was signed for one purpose never passes for another.</summary>
    string Type { get; }

    /// <summary>Stream and sequence number of its entry in the record.</summary>
    string Number { get; }

    /// <summary>The key that signed it.</summary>
    string KeyId { get; }

    /// <summary>The canonical JSON that is signed; the same content always gives the same bytes.</summary>
    byte[] ToBytes();
}
