using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Approving;

/// <summary>Operations put another person into a seat among the approvers.</summary>
public sealed class SeatPassedLetter(LinkAddresses addresses) : SeatOrderLetter(addresses);
