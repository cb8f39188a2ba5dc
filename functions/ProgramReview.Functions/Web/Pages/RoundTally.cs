namespace ProgramReview.Functions.Web.Pages;

/// <summary>How a stage of an approval round stands, in counts of distinct approvers.</summary>
/// <param name="Asked">How many are asked.</param>
/// <param name="Approvals">How many approved.</param>
/// <param name="ChangeRequests">How many asked for changes.</param>
/// <param name="Rejections">How many rejected.</param>
/// <param name="Abstentions">How many took no side.</param>
/// <param name="Recusals">How many withdrew because they are concerned themselves.</param>
/// <param name="Quorum">How many approvals approve the dossier.</param>
public sealed record RoundTally(
    int Asked,
    int Approvals,
    int ChangeRequests,
    int Rejections,
    int Abstentions,
    int Recusals,
    int Quorum
)
{
    /// <summary>How many have not answered.</summary>
    public int Open => Asked - Approvals - ChangeRequests - Rejections - Abstentions - Recusals;
}
