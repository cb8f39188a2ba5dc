namespace ProgramReview.Core.Planning.Rules;

internal sealed class OutageRule : IPlanRule
{
    public string Code => "outages";

    public IReadOnlyList<string> Reads => ["outages"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        if (
            plan.Outages?.AtMost is { } most
            && (most < TimeSpan.FromHours(1) || most.Ticks % TimeSpan.TicksPerHour != 0)
        )
        {
            yield return new RuleFault(
                "outages.atMost",
                "Deadlines move by whole hours after an outage",
                "Write whole hours from 1h, for example 3d, or leave it out"
            );
        }
    }
}
