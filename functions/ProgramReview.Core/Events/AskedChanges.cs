namespace ProgramReview.Core.Events;

/// <summary>What the approvers of a round want changed in one report.</summary>
/// <param name="Parts">The codes of the parts.</param>
/// <param name="Comment">Their comments about it.</param>
public sealed record AskedChanges(IReadOnlySet<string> Parts, string Comment);
