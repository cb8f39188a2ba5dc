namespace ProgramReview.Core.Events;

/// <summary>What a member answered in a session.</summary>
/// <param name="Seat">The approver's person id.</param>
/// <param name="Verdict">The answer; changes are asked for by link alone, since they name parts.</param>
public sealed record MeetingAnswer(string Seat, DecisionVerdict Verdict);
