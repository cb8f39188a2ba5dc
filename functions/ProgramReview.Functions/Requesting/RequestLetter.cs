using ProgramReview.Functions.Events;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Requesting;

/// <summary>A report is asked for.</summary>
public sealed class RequestLetter(IEventStore events, LinkAddresses addresses)
    : WindowLetter(events, addresses);
