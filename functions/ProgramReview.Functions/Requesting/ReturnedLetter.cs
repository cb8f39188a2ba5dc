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
            .Fact("mail.fact.sections", Sections(draft, asked.Items))
            .Found([.. (asked.Items ?? []).Select(item => item.Finding).OfType<Finding>()]);
    }

    private static string? Sections(LetterDraft draft, IReadOnlyList<ReturnItem>? items)
    {
        var named = (items ?? []).Select(item => item.Section).OfType<string>().ToHashSet();
        var titles = draft
            .Cycle.Plan.OutlineOf(draft.Assignment.ReportType)
            .Where(section => named.Contains(section.Code!))
            .Select(section => section.Title.In(draft.Recipient.Language));
        return named.Count > 0 ? string.Join("; ", titles) : null;
    }
}
