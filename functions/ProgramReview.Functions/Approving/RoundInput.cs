using System.Text.Json.Serialization;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>What the process of an approval round is started and renewed with.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Round">From 1.</param>
/// <param name="Progress">What was done so far.</param>
public sealed record RoundInput(CycleRef Cycle, int Round, ApprovalProgress Progress)
{
    /// <summary>The process.</summary>
    [JsonIgnore]
    public ProcessId Process => new ProcessId.Round(Cycle.Cycle, Round);
}
