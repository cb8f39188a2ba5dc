using System.Text.Json.Serialization;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Orchestration;

/// <summary>What the process of an order over many assignments is started and renewed with.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Entry">The entry of the cycle's chain that gives the order.</param>
/// <param name="Progress">What was done so far.</param>
public sealed record OrderInput(CycleRef Cycle, long Entry, OrderProgress Progress)
{
    /// <summary>The process.</summary>
    [JsonIgnore]
    public ProcessId Process => new ProcessId.Order(Cycle.Cycle, Entry);
}
