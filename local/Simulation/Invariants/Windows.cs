using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Local.Simulation.Oracles;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>
/// The instants of each window, reckoned anew from the plan, from what operators did, and from when rounds ended; and what they make of an upload.
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
        StoredUpload upload,
        DateTimeOffset heard
    )
    {
        var (due, closes) = Of(evidence, upload.Assignment, upload.Window);
        var allowed = new HashSet<TimelinessVerdict>();
        var extensions = evidence
            .Oracle.Extensions.Where(extension =>
                extension.Assignment == upload.Assignment
                && extension.Window == upload.Window
                && extension.At <= heard
            )
            .OrderBy(extension => extension.At)
            .ToList();
        for (var known = 0; known <= extensions.Count; known++)
        {
            if (known > 0)
            {
                due = extensions[known - 1].To;
                closes = extensions[known - 1].Closes ?? (due > closes ? due : closes);
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
        if (Corrections.Is(evidence, upload))
        {
            allowed.Add(TimelinessVerdict.OnTime);
        }
        return allowed;
    }

    /// <summary>The <c>closes</c> of a window after all extensions.</summary>
    public static DateTimeOffset LastCloses(Evidence evidence, AssignmentId id, int window)
    {
        var (_, closes) = Of(evidence, id, window);
        return evidence
            .Oracle.Extensions.Where(extension =>
                extension.Assignment == id && extension.Window == window
            )
            .SelectMany(extension => new[] { extension.To, extension.Closes ?? extension.To })
            .Append(closes)
            .Max();
    }

    /// <summary>The own <c>due</c> and <c>closes</c> of a window.</summary>
    public static (DateTimeOffset Due, DateTimeOffset Closes) Of(
        Evidence evidence,
        AssignmentId id,
        int window
    )
    {
        if (window == 1)
        {
            var type = evidence.Plan.ReportType(id.ReportType);
            return (type.Due.Show(TimeZoneInfo.Utc), type.Closes.Show(TimeZoneInfo.Utc));
        }
        if (OrderOf(evidence, id, window) is { } order)
        {
            return order;
        }
        var asking = RoundThatReopened(evidence, id, window);
        var endedAt = evidence
            .Cycle.Where(line => line.Event is CycleEvent.RoundEnded ended && ended.Round == asking)
            .Select(line => line.Entry.RecordedAt)
            .FirstOrDefault();
        var approval = evidence.Plan.Plan.Approval;
        return (
            NextSecond(endedAt + approval.CorrectionDue),
            NextSecond(endedAt + approval.CorrectionCloses)
        );
    }

    /// <summary>The parts that a window waits for: all that are required, or those that somebody named.</summary>
    public static IReadOnlySet<string> Awaited(Evidence evidence, AssignmentId id, int window)
    {
        if (window == 1)
        {
            return ReportPart
                .Of(evidence.Plan.ReportType(id.ReportType))
                .Where(part => part.Required)
                .Select(part => part.Code)
                .ToHashSet(StringComparer.Ordinal);
        }
        if (LineOf(evidence, id, window) is { Event: CycleEvent.Reopened reopened } line)
        {
            IReadOnlyList<string> named = evidence
                .Oracle.Orders.GetValueOrDefault(line.Entry.Key)
                ?.Command switch
            {
                Command.Return back => back.Parts,
                Command.AllowLate allow => allow.Parts,
                _ => [],
            };
            return (named.Count > 0 ? named : reopened.Parts).ToHashSet(StringComparer.Ordinal);
        }
        var round = RoundThatReopened(evidence, id, window);
        return evidence
            .Of<CycleEvent.Decided>()
            .Where(decision => decision.Round == round)
            .SelectMany(decision => decision.Reopen)
            .Where(part => part.Assignment == id)
            .Select(part => part.Part)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static int RoundThatReopened(Evidence evidence, AssignmentId id, int window) =>
        RoundsThatReopened(evidence, id)
            .ElementAtOrDefault(
                window
                    - 2
                    - evidence
                        .Of<CycleEvent.Reopened>()
                        .Count(reopened => reopened.Assignment == id && reopened.Window < window)
            );

    private static Evidence.Line? LineOf(Evidence evidence, AssignmentId id, int window) =>
        evidence.Cycle.FirstOrDefault(line =>
            line.Event is CycleEvent.Reopened reopened
            && reopened.Assignment == id
            && reopened.Window == window
        );

    // As the operator ordered it; the late window of one who sent nothing keeps the due instant that had passed.
    private static (DateTimeOffset Due, DateTimeOffset Closes)? OrderOf(
        Evidence evidence,
        AssignmentId id,
        int window
    )
    {
        if (
            LineOf(evidence, id, window) is not { } line
            || !evidence.Oracle.Orders.TryGetValue(line.Entry.Key, out var order)
        )
        {
            return null;
        }
        var former = Last(evidence, id, window - 1);
        (Deadline? Due, Deadline? Closes) ordered = order.Command switch
        {
            Command.Extend extend => (extend.Due, extend.Closes),
            Command.Return back => (back.Due, back.Closes ?? back.Due),
            Command.AllowLate allow => (null, allow.Until),
            _ => (null, null),
        };
        var due = ordered.Due?.Show(TimeZoneInfo.Utc) ?? former.Due;
        var closes = ordered.Closes?.Show(TimeZoneInfo.Utc) ?? former.Closes;
        return (due, closes > due ? closes : due);
    }

    private static (DateTimeOffset Due, DateTimeOffset Closes) Last(
        Evidence evidence,
        AssignmentId id,
        int window
    )
    {
        var (due, _) = Of(evidence, id, window);
        var last = evidence.Oracle.Extensions.LastOrDefault(extension =>
            extension.Assignment == id && extension.Window == window
        );
        return (last?.To ?? due, LastCloses(evidence, id, window));
    }

    /// <summary>The rounds in which changes to an assignment were asked for, in order.</summary>
    public static IEnumerable<int> RoundsThatReopened(Evidence evidence, AssignmentId id) =>
        evidence
            .Of<CycleEvent.RoundEnded>()
            .Where(ended => ended.Outcome == RoundOutcome.ChangesAsked)
            .Select(ended => ended.Round)
            .Order()
            .Where(round =>
                evidence
                    .Of<CycleEvent.Decided>()
                    .Any(decision =>
                        decision.Round == round
                        && decision.Reopen.Any(part => part.Assignment == id)
                    )
            );

    private static DateTimeOffset NextSecond(DateTimeOffset instant) =>
        new(
            (instant.Ticks + TimeSpan.TicksPerSecond - 1)
                / TimeSpan.TicksPerSecond
                * TimeSpan.TicksPerSecond,
            instant.Offset
        );
}
