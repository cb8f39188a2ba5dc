using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Approving;

/// <summary>Operations put on record what approvers answered in a session.</summary>
public sealed class MeetingRecordedLetter(LinkAddresses addresses) : SeatOrderLetter(addresses);
