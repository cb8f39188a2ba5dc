namespace ProgramReview.Local.Rehearsal.Reporting;

/// <summary>When approval ends.</summary>
/// <param name="Earliest">If the quorum answers at once.</param>
/// <param name="Latest">By the number of rounds, from one: if each takes all its time, and changes are asked for in all but the last.</param>
/// <param name="Rehearsed">When the last round ended in this rehearsal; null if none did.</param>
public sealed record ApprovalForecast(
    DateTimeOffset Earliest,
    IReadOnlyList<DateTimeOffset> Latest,
    DateTimeOffset? Rehearsed
);
