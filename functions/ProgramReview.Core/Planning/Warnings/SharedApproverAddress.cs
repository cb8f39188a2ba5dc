using System.Globalization;

namespace ProgramReview.Core.Planning.Warnings;

internal sealed class SharedApproverAddress : IWarningRule
{
    public string Code => "quorum-shared-address";

    // Whoever reads a mailbox that several approvers share could reach the quorum alone, or keep it out of reach.
    public IEnumerable<PlanWarning> Check(Plan plan)
    {
        var approvers = plan.Approval.Approvers;
        var mailboxes = approvers
            .DistinctBy(person => person.Email, StringComparer.OrdinalIgnoreCase)
            .Count();
        return mailboxes >= plan.Approval.Quorum
            ? []
            :
            [
                new PlanWarning(
                    Code,
                    "approval.quorum",
                    [
                        plan.Approval.Quorum.ToString(CultureInfo.InvariantCulture),
                        mailboxes.ToString(CultureInfo.InvariantCulture),
                    ]
                ),
            ];
    }
}
