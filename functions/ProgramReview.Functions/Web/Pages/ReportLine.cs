using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>One assignment with what counts for it: a line in dossiers, on decision pages and in material lists.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Phase">Its state.</param>
/// <param name="Due">The <c>due</c> in force, after an extension.</param>
/// <param name="Deciding">The file that decides how the accepted report stands to time, or null.</param>
/// <param name="Parts">Its parts in the plan's order, each with what counts for it; none before it opened.</param>
/// <param name="Extension">The extension in force, or null.</param>
/// <param name="Exemption">The exemption, or null.</param>
/// <param name="Decisions">What else operations decided, in order: admissions and reopenings; null or empty if nothing.</param>
public sealed record ReportLine(
    AssignmentId Assignment,
    AssignmentPhase Phase,
    Deadline Due,
    CountingFile? Deciding,
    IReadOnlyList<PartLine> Parts,
    AssignmentEvent.DueExtended? Extension = null,
    AssignmentEvent.Exempted? Exemption = null,
    IReadOnlyList<Event>? Decisions = null
)
{
    /// <summary>What was found in what counts, by kind.</summary>
    public IReadOnlyList<FindingCount> Findings { get; init; } = [];

    /// <summary>The queries about what counts, answered or not.</summary>
    public IReadOnlyList<AskedQuery> Queries { get; init; } = [];

    /// <summary>The answers to queries, in order.</summary>
    public IReadOnlyList<AssignmentEvent.Explained> Explanations { get; init; } = [];
}
