namespace ProgramReview.Core.Planning.Rules;

internal sealed class TimeZoneRule : IPlanRule
{
    public string Code => "time-zone";

    public IReadOnlyList<string> Reads => ["timeZone"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        if (
            !TimeZoneInfo.TryFindSystemTimeZoneById(plan.TimeZone, out _)
            || IsWindowsName(plan.TimeZone)
        )
        {
            yield return new RuleFault(
                "timeZone",
                $"The time zone '{plan.TimeZone}' is not known",
                "Write its IANA name, for example Asia/Ho_Chi_Minh"
            );
        }
    }

    // The system translates Windows names too, but browsers and calendars do not.
    private static bool IsWindowsName(string zone) =>
        zone != "UTC" && TimeZoneInfo.TryConvertWindowsIdToIanaId(zone, out _);
}
