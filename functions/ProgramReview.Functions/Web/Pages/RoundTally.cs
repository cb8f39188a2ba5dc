namespace ProgramReview.Functions.Web.Pages;

/// <summary>How an approval round stands, in counts of distinct approvers.</summary>
/// <param name="Asked">How many are asked.</param>
/// <param name="Approvals">How many approved.</param>
/// <param name="ChangeRequests">How many asked for changes.</param>
/// <param name="Rejections">How many rejected.</param>
/// <param name="Quorum">How many approvals approve the dossier.</param>
public sealed record RoundTally(
    int Asked,
    int Approvals,
    int ChangeRequests,
    int Rejections,
    int Quorum
);
