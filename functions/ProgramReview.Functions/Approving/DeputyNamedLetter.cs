namespace ProgramReview.Functions.Approving;

/// <summary>Somebody stands in for an approver in a round, by their wish or since they have not answered.</summary>
public sealed class DeputyNamedLetter : DeputyLetter;
