using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Approving;

/// <summary>An approver has not decided yet.</summary>
public sealed class DecisionReminderLetter(
    LinkAddresses addresses,
    DossierStore dossiers,
    DossierComparison comparison
) : RoundLetter(addresses, dossiers, comparison);
