using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Planning.Rules;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>Put another person into an approver's seat for the rest of the cycle. What they answer counts once nobody objected in time.</summary>
    /// <param name="Seat">The approver's person id.</param>
    /// <param name="Name">The new member's name, as it stands in letters.</param>
    /// <param name="Email">The new member's address.</param>
    /// <param name="Language">The language of the new member's mails and pages.</param>
    /// <param name="Account">Who is signed in.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">Why.</param>
    public sealed record ReplaceApprover(
        string Seat,
        string Name,
        string Email,
        Language? Language,
        string Account,
        string By,
        string Reason
    ) : Command(By, Reason)
    {
        internal static readonly CommandDefinition Definition = new(
            "replace-approver",
            CommandScope.Cycle
        )
        {
            Fields =
            [
                new("target", CommandFieldKind.Choice)
                {
                    Label = "seat",
                    Options = scene =>
                        scene.Plan!.Plan.Approval.Approvers.Select(person => new CommandOption(
                            person.Id,
                            person
                        )),
                },
                .. PersonFields.Labelled("member.name", "member.email", "member.language"),
            ],
            Fits = scene => scene.Runs && !scene.Cycle.IsDecided,
            Read = (values, _) =>
                new ReplaceApprover(
                    values.Text("target"),
                    values.Text("name"),
                    values.Text("email"),
                    PersonFields.LanguageOf(values),
                    values.Account,
                    values.By,
                    values.Reason
                ),
        };

        /// <summary>The event it comes to, or a named refusal.</summary>
        /// <param name="plan">The plan with whoever holds seats now.</param>
        /// <param name="cycle">The cycle, as read together with them.</param>
        /// <param name="senders">Those who sent the consolidated report that counts, by person id.</param>
        /// <param name="contactHash">The hash under which the new member is kept.</param>
        public (CycleEvent.SeatPassed? Event, Refusal? Why) Decide(
            PlanLookup plan,
            CycleState cycle,
            IReadOnlyCollection<string> senders,
            string contactHash
        )
        {
            if (Refuse(plan, cycle, senders) is { } why)
            {
                return (null, why);
            }
            var from = Seats.HolderOf(cycle.SeatOrders, Seat);
            var approval = plan.Plan.Approval;
            return (
                new CycleEvent.SeatPassed(
                    Seat,
                    from,
                    NewPerson.IdFor(plan, cycle, Seat),
                    contactHash,
                    TermsOf(approval, [from], Account, By, Reason)
                ),
                null
            );
        }

        private Refusal? Refuse(
            PlanLookup plan,
            CycleState cycle,
            IReadOnlyCollection<string> senders
        )
        {
            var approval = plan.Plan.Approval;
            return CommandRules.RefuseReason(Reason)
                ?? (
                    cycle.End is { } end ? Refusal.Conflict("cycle-ended", by: end.By)
                    : cycle.IsDecided ? Refusal.Conflict("cycle-decided")
                    : approval.Approvers.All(person => person.Id != Seat)
                        ? Refusal.Unfit("seat-unknown", "target")
                    : !NewPerson.IsName(Name) ? Refusal.Unfit("name-unfit", "name")
                    : Language is null ? Refusal.Unfit("language-unknown", "language")
                    : !AddressRule.IsPlausible(Email) ? Refusal.Unfit("address-unfit", "email")
                    : Mailboxes.Of(plan, cycle).Contains(Email) ? Refusal.Conflict("seat-taken")
                    : approval.SelfApproval == false
                    && SelfApproval.Reads(
                        plan,
                        senders,
                        new Person("", new LocalizedText(Name, Name, Name), Email, Language.Value)
                    )
                        ? Refusal.Conflict("seat-barred")
                    : null
                );
        }
    }

    /// <summary>What must be before something counts that operations did for seats: everybody on the committee hears of it.</summary>
    private protected static ObjectionTerms TermsOf(
        ApprovalPlan approval,
        IEnumerable<string> holders,
        string account,
        string by,
        string reason
    ) =>
        new(
            [.. approval.Approvers.Select(person => person.Id).Union(holders)],
            approval.ObjectionHours ?? ApprovalPlan.LeastObjectionHours,
            account,
            by,
            reason
        );
}
