using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>An approver had answered about a dossier that does not hold any more.</summary>
public sealed class RoundVoidedLetter(LinkAddresses addresses) : LetterKind
{
    private const string Round = "round";

    /// <inheritdoc/>
    public override string Button => "mail.button.round-voided";

    /// <summary>The letters to those who had answered.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="round">The round.</param>
    public static IEnumerable<MailRequest> To(PlanLookup plan, CycleRef cycle, RoundState round)
    {
        var number = FormattableString.Invariant($"{round.Number}");
        return round
            .Decisions.Select(decision => decision.Voter)
            .Concat(
                plan.Plan.Approval.Approvers.Select(seat => round.AnswerOf(seat.Id))
                    .OfType<SeatAnswer>()
                    .Select(answer => answer.Person)
            )
            .Distinct()
            .Select(person => new MailRequest(
                cycle,
                nameof(RoundVoidedLetter),
                person,
                Subject: number,
                FormattableString.Invariant($"{cycle.Cycle}-voided-{number}")
            )
            {
                Link = LinkPurpose.Decide,
                LinkExpires = RoundLetter.LinkEnds(round),
                Arguments = new Dictionary<string, string> { [Round] = number },
            });
    }

    /// <inheritdoc/>
    public override Task<LetterParts?> DrawAsync(LetterDraft draft, CancellationToken cancellation)
    {
        var page = draft.Page;
        var number = draft.Number(Round);
        var voided = draft.Cycle.State.Voidings[number].Event;
        return Task.FromResult<LetterParts?>(
            new LetterParts(page) { Link = addresses.Of(LinkPurpose.Decide, draft.Mail.LinkId!) }
                .Place("round", Numbers.Show(page.Language, number))
                .Place("cause", ChangeText.Why(page, voided))
                .Quoting(voided.Reason.Length > 0 ? voided.Reason : null)
                .Fact("dossier.hash", voided.DossierHash)
        );
    }
}
