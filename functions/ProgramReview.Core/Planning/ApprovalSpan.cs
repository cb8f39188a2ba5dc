using ProgramReview.Core.Deadlines;

namespace ProgramReview.Core.Planning;

/// <summary>When the approval of a plan's dossier can begin and end, by the plan alone.</summary>
public static class ApprovalSpan
{
    /// <summary>When the last window closes.</summary>
    public static Deadline LastCloses(Plan plan) =>
        plan
            .ReportTypes.Select(type => type.Closes)
            .Aggregate((latest, closes) => closes.IsAfter(latest) ? closes : latest);

    /// <summary>The first round opens when the last window has closed and no correction is taken any more: then the dossier is compiled.</summary>
    public static DateTimeOffset FirstRoundOpens(Plan plan) =>
        plan.Opens + LastCloses(plan).Remaining(plan.Opens) + CorrectionsOf(plan);

    /// <summary>How long after a close corrections are taken.</summary>
    public static TimeSpan CorrectionsOf(Plan plan) => plan.Checking?.Corrections ?? TimeSpan.Zero;

    /// <summary>The end if every round and every correction but the last takes all the time it has.</summary>
    /// <param name="plan">A valid plan.</param>
    /// <param name="rounds">How many rounds there are: in all but the last, changes are asked for.</param>
    public static DateTimeOffset LatestEnd(Plan plan, int rounds) =>
        FirstRoundOpens(plan)
        + (plan.Approval.Longest() * rounds)
        + (plan.Approval.CorrectionCloses * (rounds - 1));
}
