using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Approving;

/// <summary>Whoever was put into a seat is asked to decide.</summary>
public sealed class SeatTakenLetter(LinkAddresses addresses, DossierComparison comparison)
    : RoundLetter(addresses, comparison);
