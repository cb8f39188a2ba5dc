namespace ProgramReview.Core.Compiling;

/// <summary>What an approver wrote to an answer in a former round; for participants only.</summary>
/// <param name="Round">The round.</param>
/// <param name="Approver">The id of the approver's role.</param>
/// <param name="Text">The words.</param>
public sealed record DossierComment(int Round, string Approver, string Text);
