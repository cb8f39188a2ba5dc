namespace ProgramReview.Core.Planning.Rules;

internal sealed class MailQuotaRule : IPlanRule
{
    public string Code => "mail-quota";

    public IReadOnlyList<string> Reads => ["mail"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        if (plan.MailQuota is not { } quota)
        {
            return [];
        }
        var limits = new[]
        {
            ("perMinute", quota.PerMinute),
            ("perHour", quota.PerHour),
            ("perDay", quota.PerDay),
        };
        return limits
            .Where(limit => limit.Item2 < 1)
            .Select(limit => new RuleFault(
                $"mail.quota.{limit.Item1}",
                "No mail at all could be sent",
                "Write a number from 1, or leave the limit out"
            ));
    }
}
