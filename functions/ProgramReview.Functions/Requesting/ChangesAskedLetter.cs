using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Requesting;

/// <summary>Approvers asked for changes; the report is open again.</summary>
public sealed class ChangesAskedLetter(IEventStore events, LinkAddresses addresses)
    : WindowLetter(events, addresses)
{
    /// <inheritdoc/>
    protected override bool QuotesWhatWasAsked => true;

    /// <inheritdoc/>
    protected override LetterParts Draw(LetterDraft draft, AssignmentState state) =>
        About(draft, state)
            .Place(
                "round",
                Numbers.Show(
                    draft.Recipient.Language,
                    draft
                        .Cycle.State.Rounds.Last(round =>
                            round.Reopened().ContainsKey(draft.Assignment)
                        )
                        .Number
                )
            );
}
