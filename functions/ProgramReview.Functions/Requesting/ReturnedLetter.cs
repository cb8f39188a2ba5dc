using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Requesting;

/// <summary>Operations sent a report back to be mended and sent again.</summary>
public sealed class ReturnedLetter(IEventStore events, LinkAddresses addresses)
    : WindowLetter(events, addresses)
{
    /// <inheritdoc/>
    protected override bool QuotesWhatWasAsked => true;

    /// <inheritdoc/>
    protected override LetterParts OnCommand(LetterDraft draft, AssignmentState state, Event @event)
    {
        var asked = (AssignmentEvent.ReturnAsked)@event;
        return WithInstants(About(draft, state), draft, state, former: null, asked.Parts)
            .Quoting(asked.Reason)
            .ToMend(asked.Items ?? [], draft.Assignment.ReportType);
    }

    /// <inheritdoc/>
    protected override LetterParts Draw(LetterDraft draft, AssignmentState state) =>
        About(draft, state)
            .ToMend(
                draft
                    .Cycle.Stream.Select(entry => entry.Event)
                    .OfType<CycleEvent.Reopened>()
                    .LastOrDefault(order =>
                        order.Assignment == draft.Assignment
                        && order.Window == state.Current?.Number
                    )
                    ?.Items
                    ?? [],
                draft.Assignment.ReportType
            );
}
