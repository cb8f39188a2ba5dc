using System.Text.Json.Serialization;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Requesting;

/// <summary>What a node of the fan-out is started with.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Node">The node.</param>
public sealed record FanOutInput(CycleRef Cycle, FanOutNode Node)
{
    /// <summary>The process.</summary>
    [JsonIgnore]
    public ProcessId Process => new ProcessId.Branch(Cycle.Cycle, Node);
}
