namespace ProgramReview.Functions.Approving;

/// <summary>Somebody does not stand in for an approver any more.</summary>
public sealed class DeputyRevokedLetter : DeputyLetter;
