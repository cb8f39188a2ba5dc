using ProgramReview.Core.Naming;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Requesting;

/// <summary>What the process of one window of an assignment is started and renewed with.</summary>
/// <param name="Cycle">The cycle and its plan.</param>
/// <param name="Assignment">The assignment.</param>
/// <param name="Terms">The window's terms.</param>
/// <param name="Progress">What was done so far.</param>
/// <param name="AskedInRound">The approval round that asked for changes; null for the plan's own window.</param>
public sealed record ReportInput(
    CycleRef Cycle,
    AssignmentId Assignment,
    ReportTerms Terms,
    ReportProgress Progress,
    int? AskedInRound = null
)
{
    /// <summary>The durable instance.</summary>
    public string InstanceId => Assignment.InstanceId(Terms.Window);
}
