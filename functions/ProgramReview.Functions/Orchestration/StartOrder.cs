namespace ProgramReview.Functions.Orchestration;

/// <summary>A person's word that a cycle starts.</summary>
/// <param name="By">The person.</param>
/// <param name="Reason">Why.</param>
/// <param name="WithWhatIsLeft">Whether reports whose <c>due</c> has passed do not matter.</param>
public sealed record StartOrder(string By, string Reason, bool WithWhatIsLeft = false);
