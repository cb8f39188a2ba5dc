namespace ProgramReview.Functions.Operations;

/// <summary>The finding that a person wants to decide about, and by which command: its form is open and has it chosen.</summary>
/// <param name="Form">The command's name.</param>
/// <param name="Finding">The finding's key.</param>
public sealed record ChosenFinding(string Form, string Finding);
