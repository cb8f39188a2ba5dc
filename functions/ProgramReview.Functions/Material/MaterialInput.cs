using System.Text.Json.Serialization;
using ProgramReview.Core.Material;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Material;

/// <summary>What the making of material is started and renewed with.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Asked">The entry of the cycle's chain that asks for it.</param>
/// <param name="Progress">What was done so far.</param>
public sealed record MaterialInput(CycleRef Cycle, long Asked, MaterialProgress Progress)
{
    /// <summary>The process.</summary>
    [JsonIgnore]
    public ProcessId Process => new ProcessId.Material(Cycle.Cycle, Asked);
}
