using System.Text.Json.Serialization;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Requesting;

/// <summary>What the process of one window of an assignment is started and renewed with.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Assignment">The assignment.</param>
/// <param name="Window">From 1.</param>
/// <param name="Progress">What was done so far.</param>
public sealed record ReportInput(
    CycleRef Cycle,
    AssignmentId Assignment,
    int Window,
    ReportProgress Progress
)
{
    /// <summary>The process.</summary>
    [JsonIgnore]
    public ProcessId Process => new ProcessId.Report(Assignment, Window);

    /// <summary>The input with which the process of a window starts, whether for the first time or again.</summary>
    public static ReportInput Start(CycleRef cycle, AssignmentId assignment, int window) =>
        new(cycle, assignment, window, ReportProgress.Start);
}
