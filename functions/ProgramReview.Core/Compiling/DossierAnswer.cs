using ProgramReview.Core.Events;

namespace ProgramReview.Core.Compiling;

/// <summary>An approver's answer in a former round.</summary>
/// <param name="Approver">The id of the approver's role.</param>
/// <param name="Verdict">The answer.</param>
/// <param name="At">When it was recorded, in product time.</param>
public sealed record DossierAnswer(string Approver, DecisionVerdict Verdict, DateTimeOffset At);
