using ProgramReview.Functions.Events;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Requesting;

/// <summary>Operations let a body send after the close; the report will be late.</summary>
public sealed class LateAllowedLetter(IEventStore events, LinkAddresses addresses)
    : WindowLetter(events, addresses)
{
    /// <inheritdoc/>
    protected override bool QuotesWhatWasAsked => true;
}
