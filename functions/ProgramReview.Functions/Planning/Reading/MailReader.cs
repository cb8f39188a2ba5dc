using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Reads what a plan says about mail: how much of it the sender may send.</summary>
internal static class MailReader
{
    public static MailQuota? Quota(Fields plan) =>
        plan.Optional(
            "mail",
            (value, path) =>
                Fields.Of(
                    value,
                    path,
                    plan.Log,
                    fields =>
                        fields.Optional("quota", (quota, at) => Limits(quota, at, plan.Log))
                        ?? new MailQuota(null, null, null)
                )
        );

    private static MailQuota? Limits(YamlValue value, string path, FaultLog log) =>
        Fields.Of(
            value,
            path,
            log,
            fields =>
            {
                int? Limit(string key) =>
                    fields.Optional<int>(key, (limit, at) => Scalars.Number(limit, at, log));

                return new MailQuota(Limit("perMinute"), Limit("perHour"), Limit("perDay"));
            }
        );
}
