using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <summary>A place where the record is not what it was.</summary>
/// <param name="Stream">The stream; null if a quoted hash could belong to any.</param>
/// <param name="Sequence">The entry's number; 0 if it is not known.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Source">What shows it: an anchor, a receipt, a dossier; or null for the chain itself.</param>
public sealed record AuditFault(
    StreamId? Stream,
    long Sequence,
    AuditFaultKind Kind,
    string? Source = null
);
