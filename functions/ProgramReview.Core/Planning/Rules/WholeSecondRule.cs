namespace ProgramReview.Core.Planning.Rules;

internal sealed class WholeSecondRule : IPlanRule
{
    public string Code => "whole-second";

    public IReadOnlyList<string> Reads => ["opens", "timeZone", "reportTypes", "approval"];

    public IEnumerable<RuleFault> Check(Plan plan) =>
        Instants(plan)
            .Where(entry => entry.Ticks % TimeSpan.TicksPerSecond != 0)
            .Select(entry => new RuleFault(
                entry.Path,
                "The time has a fraction of a second",
                "Use whole seconds"
            ));

    private static IEnumerable<(string Path, long Ticks)> Instants(Plan plan) =>
        PlanParts
            .ReportTypes(plan)
            .SelectMany(entry =>
                entry
                    .Type.Reminders.Select(
                        (at, i) => (PlanParts.At($"{entry.Path}.reminders", i), at.Ticks)
                    )
                    .Prepend(($"{entry.Path}.opensAtLatest", entry.Type.OpensAtLatest.Ticks))
            )
            .Prepend(("opens", plan.Opens.Ticks))
            .Concat(
                plan.Approval.Reminders.Select(
                    (at, i) => (PlanParts.At("approval.reminders", i), at.Ticks)
                )
            )
            .Append(("approval.closes", plan.Approval.Closes.Ticks))
            .Append(("approval.correctionDue", plan.Approval.CorrectionDue.Ticks))
            .Append(("approval.correctionCloses", plan.Approval.CorrectionCloses.Ticks));
}
