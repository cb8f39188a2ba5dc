using System.Text.Json.Serialization;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Requesting;

/// <summary>What the process of a declared outage is started and renewed with.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Declared">The entry of the cycle's chain that declares the outage.</param>
/// <param name="Progress">What was done so far.</param>
public sealed record OutageInput(CycleRef Cycle, long Declared, OutageProgress Progress)
{
    /// <summary>The process.</summary>
    [JsonIgnore]
    public ProcessId Process => new ProcessId.Outage(Cycle.Cycle, Declared);

    /// <summary>Names what it writes: about each assignment once, however often it begins anew.</summary>
    [JsonIgnore]
    public string Key => FormattableString.Invariant($"outage-{Declared}");
}
