using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Events;

/// <summary>An assignment at a glance: a row of the status page and of the stage gate, drawn from the stream.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Sequence">The stream's last sequence number; an older summary never replaces a newer one.</param>
/// <param name="State">Its state in words' terms.</param>
/// <param name="IsSettled">Whether a later stage may go ahead.</param>
/// <param name="Since">When the stream's last event was recorded.</param>
/// <param name="Head">The hash of the stream's last entry, so that all heads of a cycle are one query; null in rows of older versions.</param>
public sealed record AssignmentSummary(
    AssignmentId Assignment,
    long Sequence,
    AssignmentPhase State,
    bool IsSettled,
    DateTimeOffset Since,
    string? Head = null
);
