namespace ProgramReview.Core.Planning;

/// <summary>One fault that a rule found in a plan.</summary>
/// <param name="Rule">The rule's code.</param>
/// <param name="Path">Where in the plan, for example <c>reportTypes[2].due</c>.</param>
/// <param name="Message">What is wrong, without a final full stop.</param>
/// <param name="Remedy">How to mend it, without a final full stop.</param>
public sealed record PlanFinding(string Rule, string Path, string Message, string Remedy);
