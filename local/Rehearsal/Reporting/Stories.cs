using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Local.Rehearsal.Reporting;

/// <summary>Tells the stories of assignments out of their events.</summary>
internal static class Stories
{
    public static AssignmentStory Of(
        PlanLookup plan,
        AssignmentId assignment,
        IReadOnlyList<Entry> entries,
        AssignmentState end,
        DateTimeOffset now
    ) =>
        new()
        {
            Assignment = assignment.ToString(),
            Body = plan.Body(assignment.Body).Name.En,
            ReportType = assignment.ReportType,
            Due = plan.ReportType(assignment.ReportType).Due.Show(plan.Zone),
            FirstCounted = end.IsAccepted
                ? end
                    .Parts.Where(part => part.IsRequired)
                    .Max(part => Local(plan, FirstCounted(part)))
                : null,
            Timeliness = end.Timeliness,
            Phase = end.Phase(now),
            Steps = [.. Steps(plan, assignment, entries, now)],
        };

    private static DateTimeOffset FirstCounted(PartState part) =>
        part
            .Submissions.Where(submission =>
                submission.IsAcceptable && submission.Judgement.Verdict == part.Timeliness
            )
            .Min(submission => submission.Judgement.Committed);

    private static IEnumerable<StoryStep> Steps(
        PlanLookup plan,
        AssignmentId assignment,
        IReadOnlyList<Entry> entries,
        DateTimeOffset now
    )
    {
        var context = new PageContext(Language.En, now, plan);
        var state = AssignmentState.None;
        if (entries.Count > 0 && entries[0].RecordedAt > plan.Plan.Opens)
        {
            yield return new StoryStep(
                Local(plan, plan.Plan.Opens),
                state.Phase(plan.Plan.Opens),
                "Waits for what comes before."
            );
        }
        foreach (var (place, entry) in entries.Index())
        {
            var @event = entry.Event;
            state = state.Apply(@event);
            yield return new StoryStep(
                Local(plan, entry.RecordedAt),
                state.Phase(entry.RecordedAt),
                EventText.Show(context, @event, assignment)
            );
            var next = place + 1 < entries.Count ? entries[place + 1].RecordedAt : now;
            if (TurnsOverdue(plan, state, entry.RecordedAt, next) is { } due)
            {
                yield return new StoryStep(
                    due,
                    AssignmentPhase.Overdue,
                    "Nothing that counts was there when it was due."
                );
            }
        }
    }

    // The one state that an assignment comes into by itself, without an event.
    private static DateTimeOffset? TurnsOverdue(
        PlanLookup plan,
        AssignmentState state,
        DateTimeOffset from,
        DateTimeOffset to
    ) =>
        state.Current is { Outcome: null } current
        && current.DueInForce.Show(plan.Zone) is var due
        && due > from
        && due <= to
        && state.Phase(due) == AssignmentPhase.Overdue
            ? due
            : null;

    private static DateTimeOffset Local(PlanLookup plan, DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, plan.Zone);
}
