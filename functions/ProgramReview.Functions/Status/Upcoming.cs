using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Status;

/// <summary>Lists what will happen by itself, soonest first: what every open process waits for.</summary>
internal static class Upcoming
{
    /// <summary>The steps ahead, equal ones counted together.</summary>
    public static IReadOnlyList<UpcomingStep> Of(
        PlanLookup plan,
        IReadOnlyDictionary<AssignmentId, AssignmentState> states,
        RoundState? round,
        bool hasEnded,
        DateTimeOffset now
    )
    {
        if (hasEnded)
        {
            return [];
        }
        var reports = states.SelectMany(pair => OfReport(plan, pair.Key, pair.Value));
        var approval = round is { Outcome: null } ? OfRound(plan.Plan.Approval, round) : [];
        return
        [
            .. reports
                .Concat(approval)
                .Where(step => step.At > now)
                .GroupBy(step => (step.Kind, step.At, step.ReportType))
                .Select(group => group.First() with { Count = group.Sum(step => step.Count) })
                .OrderBy(step => step.At),
        ];
    }

    private static IEnumerable<UpcomingStep> OfReport(
        PlanLookup plan,
        AssignmentId id,
        AssignmentState state
    )
    {
        var type = plan.ReportType(id.ReportType);
        UpcomingStep Step(UpcomingKind kind, DateTimeOffset at) => new(kind, at, type.Code, 1);

        if (state.Exemption is not null || state.Current?.Outcome is not null)
        {
            yield break;
        }
        if (state.Current is not { } current)
        {
            yield return Step(UpcomingKind.Opens, type.OpensAtLatest);
            yield break;
        }
        if (!state.CurrentIsAccepted)
        {
            foreach (var reminder in current.Number == 1 ? type.Reminders : [])
            {
                yield return Step(UpcomingKind.Reminder, reminder);
            }
            yield return Step(UpcomingKind.Due, current.DueInForce.Show(TimeZoneInfo.Utc));
        }
        yield return Step(UpcomingKind.Closes, current.Closes.Show(TimeZoneInfo.Utc));
    }

    private static IEnumerable<UpcomingStep> OfRound(ApprovalPlan approval, RoundState round)
    {
        var closes = round.Closes.Show(TimeZoneInfo.Utc);
        var waiting = approval.Approvers.Count - round.Decisions.Count;
        foreach (var reminder in approval.Reminders)
        {
            yield return new UpcomingStep(
                UpcomingKind.DecisionReminder,
                closes - approval.Closes + reminder,
                null,
                waiting
            );
        }
        yield return new UpcomingStep(UpcomingKind.RoundCloses, closes, null, waiting);
    }
}
