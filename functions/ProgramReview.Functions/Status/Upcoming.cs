using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Status;

/// <summary>Lists what will happen by itself, soonest first: what every open process waits for.</summary>
internal static class Upcoming
{
    /// <summary>The steps ahead, equal ones counted together.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="all">What the assignments add up to.</param>
    /// <param name="round">The present approval round, or null.</param>
    /// <param name="hasEnded">Whether the cycle has ended.</param>
    /// <param name="now">The present.</param>
    public static IReadOnlyList<UpcomingStep> Of(
        PlanLookup plan,
        NodeRow all,
        RoundState? round,
        bool hasEnded,
        DateTimeOffset now
    )
    {
        if (hasEnded)
        {
            return [];
        }
        var reports = all.Standings.SelectMany(one => OfReports(plan, one.Standing, one.Count));
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

    private static IEnumerable<UpcomingStep> OfReports(
        PlanLookup plan,
        Standing standing,
        int count
    )
    {
        var type = plan.ReportType(standing.ReportType);
        UpcomingStep Step(UpcomingKind kind, DateTimeOffset at) => new(kind, at, type.Code, count);

        if (standing is { Window: 0, Phase: AssignmentPhase.Waiting })
        {
            yield return Step(UpcomingKind.Opens, type.OpensAtLatest);
            yield break;
        }
        if (standing is not { IsRunning: true, Due: { } due, Closes: { } closes })
        {
            yield break;
        }
        if (!standing.IsAccepted)
        {
            foreach (var reminder in standing.Window == 1 ? type.Reminders : [])
            {
                yield return Step(UpcomingKind.Reminder, reminder);
            }
            yield return Step(UpcomingKind.Due, due.Show(TimeZoneInfo.Utc));
        }
        yield return Step(UpcomingKind.Closes, closes.Show(TimeZoneInfo.Utc));
    }

    private static IEnumerable<UpcomingStep> OfRound(ApprovalPlan approval, RoundState round)
    {
        var closes = round.Closes.Show(TimeZoneInfo.Utc);
        var waiting = approval.Approvers.Count(seat => round.AnswerOf(seat.Id) is null);
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
