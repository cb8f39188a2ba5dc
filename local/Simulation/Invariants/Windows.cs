using ProgramReview.Core.Audit;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Naming;
using ProgramReview.Local.Simulation.Truth;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>
/// The instants of each generation, reckoned anew from the plan, from what operators did, and from when rounds ended; and what they make of an upload.
/// Written without the product's rules, since it is what these are held against.
/// </summary>
internal static class Windows
{
    /// <summary>How an upload may be judged: one verdict, or two where an extension came between its commit and the news of it.</summary>
    /// <param name="evidence">The run.</param>
    /// <param name="upload">The upload.</param>
    /// <param name="heard">When the product had recorded it.</param>
    public static IReadOnlySet<TimelinessVerdict> VerdictsOf(
        Evidence evidence,
        Stored upload,
        DateTimeOffset heard
    )
    {
        var (due, closes) = Of(evidence, upload.Assignment, upload.Generation);
        var allowed = new HashSet<TimelinessVerdict>();
        var extensions = evidence
            .Ledger.Extensions.Where(extension =>
                extension.Assignment == upload.Assignment
                && extension.Generation == upload.Generation
                && extension.At <= heard
            )
            .OrderBy(extension => extension.At)
            .ToList();
        for (var known = 0; known <= extensions.Count; known++)
        {
            if (known > 0)
            {
                due = extensions[known - 1].To;
                closes = due > closes ? due : closes;
            }
            var isInForceLater =
                known == extensions.Count || extensions[known].At >= upload.Committed;
            if (isInForceLater)
            {
                allowed.Add(
                    upload.Told < due ? TimelinessVerdict.OnTime
                    : upload.Told < closes ? TimelinessVerdict.Late
                    : TimelinessVerdict.Refused
                );
            }
        }
        return allowed;
    }

    /// <summary>The <c>closes</c> of a generation after all extensions.</summary>
    public static DateTimeOffset LastCloses(Evidence evidence, AssignmentId id, int generation)
    {
        var (_, closes) = Of(evidence, id, generation);
        return evidence
            .Ledger.Extensions.Where(extension =>
                extension.Assignment == id && extension.Generation == generation
            )
            .Select(extension => extension.To)
            .Append(closes)
            .Max();
    }

    /// <summary>The own <c>due</c> and <c>closes</c> of a generation.</summary>
    public static (DateTimeOffset Due, DateTimeOffset Closes) Of(
        Evidence evidence,
        AssignmentId id,
        int generation
    )
    {
        if (generation == 1)
        {
            var type = evidence.Plan.ReportType(id.ReportType);
            return (type.Due.Show(TimeZoneInfo.Utc), type.Closes.Show(TimeZoneInfo.Utc));
        }
        var asking = RoundsThatReopened(evidence, id).ElementAtOrDefault(generation - 2);
        var endedAt = evidence
            .Cycle.Where(line => line.Fact is CycleFact.RoundEnded ended && ended.Round == asking)
            .Select(line => line.Entry.RecordedAt)
            .FirstOrDefault();
        var approval = evidence.Plan.Plan.Approval;
        return (
            NextSecond(endedAt + approval.CorrectionDue),
            NextSecond(endedAt + approval.CorrectionCloses)
        );
    }

    /// <summary>The rounds in which changes to an assignment were asked for, in order.</summary>
    public static IEnumerable<int> RoundsThatReopened(Evidence evidence, AssignmentId id) =>
        evidence
            .Of<CycleFact.RoundEnded>()
            .Where(ended => ended.Outcome == RoundOutcome.ChangesAsked)
            .Select(ended => ended.Round)
            .Order()
            .Where(round =>
                evidence
                    .Of<CycleFact.Decided>()
                    .Any(decision => decision.Round == round && decision.Reopen.Contains(id))
            );

    private static DateTimeOffset NextSecond(DateTimeOffset instant) =>
        new(
            (instant.Ticks + TimeSpan.TicksPerSecond - 1)
                / TimeSpan.TicksPerSecond
                * TimeSpan.TicksPerSecond,
            instant.Offset
        );
}
