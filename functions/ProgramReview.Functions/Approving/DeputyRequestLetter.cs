using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Approving;

/// <summary>A deputy is asked to decide in an approver's place.</summary>
public sealed class DeputyRequestLetter(LinkAddresses addresses, DossierComparison comparison)
    : RoundLetter(addresses, comparison);
