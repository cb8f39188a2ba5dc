namespace ProgramReview.Core.Compiling;

/// <summary>What somebody wrote in a former round; for participants only.</summary>
/// <param name="Round">The round.</param>
/// <param name="Approver">The id of the approver's role, or who of operations voided the round.</param>
/// <param name="Text">The words.</param>
public sealed record DossierComment(int Round, string Approver, string Text);
