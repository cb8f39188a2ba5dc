using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Approving;

/// <summary>An approver is asked to decide.</summary>
public sealed class DecisionRequestLetter(
    LinkAddresses addresses,
    DossierStore dossiers,
    DossierComparison comparison
) : RoundLetter(addresses, dossiers, comparison);
