namespace ProgramReview.Core.Planning.Rules;

internal sealed class CheckingTimeRule : IPlanRule
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestCorrections = TimeSpan.FromDays(30);

    public string Code => "checking-time";

    public IReadOnlyList<string> Reads => ["checkWait", "corrections"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var said = plan.Checking ?? CheckingPlan.Unsaid;
        if (said.WaitAtMost <= TimeSpan.Zero || said.WaitAtMost > LongestWait)
        {
            yield return new RuleFault(
                "checkWait",
                "A window would wait not at all, or too long, for a check that is outstanding",
                "Write up to 1d, for example 1h, or leave it out"
            );
        }

        if (said.Corrections <= TimeSpan.Zero || said.Corrections > LongestCorrections)
        {
            yield return new RuleFault(
                "corrections",
                "Corrections would be taken not at all, or too long",
                "Write up to 30d, for example 2d, or leave it out"
            );
        }
    }
}
