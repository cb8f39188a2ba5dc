namespace ProgramReview.Core.Events;

/// <summary>What the verification of a cycle's record came to.</summary>
/// <param name="Streams">How many chains were read.</param>
/// <param name="Entries">How many entries.</param>
/// <param name="Anchors">How many anchors.</param>
/// <param name="LastAnchor">The last one; what it covers cannot have been cut off unseen. Null if there is none.</param>
/// <param name="EntriesSince">How many entries it does not cover: their end could have been cut off unseen.</param>
/// <param name="Quotes">How many hashes that others hold were looked for.</param>
/// <param name="Faults">What is wrong, the first of each stream, in the order it was found; none means that the record holds.</param>
public sealed record AuditReport(
    int Streams,
    long Entries,
    int Anchors,
    Anchor? LastAnchor,
    long EntriesSince,
    int Quotes,
    IReadOnlyList<AuditFault> Faults
)
{
    /// <summary>The entries of the cycle's stream whose contact was erased: they hold, but whom they mean nobody can read any more.</summary>
    public IReadOnlyList<long> Erased { get; init; } = [];

    /// <summary>How many documents of these kinds the record names and the export leaves out on purpose, so that they were not checked.</summary>
    public int LeftOut { get; init; }
}
