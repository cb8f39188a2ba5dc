using System.Globalization;
using ProgramReview.Core.Planning.Rules;

namespace ProgramReview.Core.Planning.Warnings;

internal sealed class LinkEndsBeforeClose : IWarningRule
{
    public string Code => "link-ends-before-close";

    // The links of requests and receipts outlive the close by rule; one that is asked for anew lives a fixed time.
    public IEnumerable<PlanWarning> Check(Plan plan) =>
        PlanParts
            .ReportTypes(plan)
            .Where(entry =>
                entry.Type.Closes.Remaining(plan.Opens) + ApprovalSpan.CorrectionsOf(plan)
                > LinkLife.Fresh
            )
            .Select(entry => new PlanWarning(
                Code,
                $"{entry.Path}.closes",
                [
                    entry.Type.Code,
                    LinkLife.Fresh.Days.ToString(CultureInfo.InvariantCulture),
                    PlanWarning.Limit + entry.Type.Closes,
                ]
            ));
}
