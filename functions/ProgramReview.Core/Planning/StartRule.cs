using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Planning;

/// <summary>Decides whether a cycle may start now: a report that nobody was asked for in time is nobody's fault but the starter's.</summary>
public static class StartRule
{
    /// <summary>The code of a plan some of whose reports are past their <c>due</c>.</summary>
    public const string Past = "plan-past";

    /// <summary>The code of a plan all of whose reports have closed.</summary>
    public const string Over = "plan-over";

    /// <summary>Why the cycle may not start, or null.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="now">The present.</param>
    /// <param name="withWhatIsLeft">Whether the person says that reports whose <c>due</c> has passed do not matter.</param>
    public static Refusal? Refuse(Plan plan, DateTimeOffset now, bool withWhatIsLeft)
    {
        var past = plan.ReportTypes.Where(type => type.Due.HasPassed(now)).ToList();
        return past.Count == 0 ? null
            : plan.ReportTypes.All(type => type.Closes.HasPassed(now))
                ? new Refusal(RefusalKind.Unfit, Over, Latest(plan), Field: "plan")
            : withWhatIsLeft ? null
            : new Refusal(RefusalKind.Unfit, Past, past[0].Due, Field: "plan");
    }

    private static Deadline Latest(Plan plan) =>
        plan
            .ReportTypes.Select(type => type.Closes)
            .Aggregate((latest, closes) => closes.IsAfter(latest) ? closes : latest);
}
