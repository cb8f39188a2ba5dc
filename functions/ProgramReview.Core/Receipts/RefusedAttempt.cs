using ProgramReview.Core.Events;

namespace ProgramReview.Core.Receipts;

/// <summary>An attempt with a valid link that was refused before any byte was stored.</summary>
/// <param name="Part">The part it was for.</param>
/// <param name="Why">The finding that says why.</param>
/// <param name="Person">Whose link it was.</param>
/// <param name="FileName">The name given, cleaned, or null.</param>
/// <param name="Size">The size announced, in bytes, or null.</param>
/// <param name="Channel">By which door it came.</param>
/// <param name="At">When the request arrived.</param>
public sealed record RefusedAttempt(
    string Part,
    Finding Why,
    string Person,
    string? FileName,
    long? Size,
    Channel Channel,
    DateTimeOffset At
);
