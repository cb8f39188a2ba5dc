namespace ProgramReview.Local.Rehearsal.Reporting;

/// <summary>One thing that differs between two rehearsals.</summary>
/// <param name="What">A mail, timer, link or instant.</param>
/// <param name="Name">Which one.</param>
/// <param name="Before">As the first plan has it; null: only the other has it.</param>
/// <param name="After">As the other plan has it; null: only the first has it.</param>
public sealed record PlanDifference(
    DifferenceKind What,
    string Name,
    DateTimeOffset? Before,
    DateTimeOffset? After
);
