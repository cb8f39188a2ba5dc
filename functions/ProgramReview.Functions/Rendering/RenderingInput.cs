using System.Text.Json.Serialization;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Rendering;

/// <summary>What the making of renderings is started with.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Round">The round whose dossier is rendered.</param>
public sealed record RenderingInput(CycleRef Cycle, int Round)
{
    /// <summary>The process.</summary>
    [JsonIgnore]
    public ProcessId Process => new ProcessId.Rendering(Cycle.Cycle, Round);
}
