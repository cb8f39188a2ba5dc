namespace ProgramReview.Core.Planning.Rules;

/// <summary>One place where a plan breaks a rule.</summary>
internal sealed record RuleFault(string Path, string Message, string Remedy);
