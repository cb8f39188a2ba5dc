using System.Globalization;

namespace ProgramReview.Core.Planning.Warnings;

internal sealed class HolidaysUnknown : IWarningRule
{
    public string Code => "holidays-unknown";

    public IEnumerable<PlanWarning> Check(Plan plan)
    {
        if (plan.Country is not { } country)
        {
            yield break;
        }
        var calendar = WorkCalendar.Of(plan);
        var known = (PublicHolidays.Of(country) ?? []).Select(day => day.First.Year).ToHashSet();
        var first = calendar.Local(plan.Opens).Year;
        var last = calendar.Local(ApprovalSpan.LatestEnd(plan, rounds: 1)).Year;
        for (var year = first; year <= last; year++)
        {
            if (!known.Contains(year))
            {
                yield return new PlanWarning(
                    Code,
                    "country",
                    [country, year.ToString(CultureInfo.InvariantCulture)]
                );
            }
        }
    }
}
