using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Planning;

/// <summary>The plan files that are shipped with the app, by name.</summary>
public sealed class PlanLibrary(TimeProvider clock)
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "plans");

    /// <summary>The names of the shipped plans, as forms offer them, in order.</summary>
    public static IReadOnlyList<string> Names =>
        Directory.Exists(Root)
            ?
            [
                .. Directory
                    .GetDirectories(Root)
                    .Select(path => Path.GetFileName(path))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>Reads a shipped plan; its relative dates begin now unless another start is given. Null if there is none of this name.</summary>
    public PlanReading? Find(string name, DateTimeOffset? start = null)
    {
        var file = Path.Combine(Root, name, "plan.yaml");
        return Code.IsValid(name) && File.Exists(file)
            ? PlanFile.Read(
                File.ReadAllText(file),
                $"plans/{name}/plan.yaml",
                start ?? clock.GetUtcNow()
            )
            : null;
    }
}
