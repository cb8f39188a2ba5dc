using System.Globalization;
using ProgramReview.Core.Planning.Rules;

namespace ProgramReview.Core.Planning.Warnings;

internal sealed class ChildDueAfterParent : IWarningRule
{
    public string Code => "child-due-after-parent";

    public IEnumerable<PlanWarning> Check(Plan plan)
    {
        var owed = plan
            .ReportTypes.SelectMany(type => type.OwedBy.Select(body => (Body: body, Type: type)))
            .ToLookup(pair => pair.Body, pair => pair.Type, StringComparer.Ordinal);
        return PlanParts
            .ReportTypes(plan)
            .SelectMany(entry => Check(plan, owed, entry.Path, entry.Type));
    }

    // One warning for each report type, with the first body it is true of.
    private IEnumerable<PlanWarning> Check(
        Plan plan,
        ILookup<string, ReportType> owed,
        string path,
        ReportType type
    )
    {
        var owedBy = type.OwedBy.ToHashSet(StringComparer.Ordinal);
        var late = plan
            .Bodies.Where(body =>
                owedBy.Contains(body.Code)
                && body.Parent is { } parent
                && owed.Contains(parent)
                && owed[parent].All(above => type.Due.IsAfter(above.Due))
            )
            .ToList();
        if (late.Count > 0)
        {
            yield return new PlanWarning(
                Code,
                $"{path}.due",
                [
                    type.Code,
                    late.Count.ToString(CultureInfo.InvariantCulture),
                    late[0].Code,
                    late[0].Parent!,
                ]
            );
        }
    }
}
