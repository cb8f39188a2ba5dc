using ProgramReview.Core.Planning;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Local.Host.Commands;

/// <summary>Reads plan files for the commands.</summary>
internal static class PlanFiles
{
    /// <summary>Reads a plan given as a file, or as a folder with a <c>plan.yaml</c>.</summary>
    /// <param name="path">As given on the command line.</param>
    /// <param name="start">Where relative dates begin.</param>
    /// <exception cref="StartException">There is no such file.</exception>
    public static PlanReading Read(string path, DateTimeOffset start)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, "plan.yaml") : path;
        if (!File.Exists(file))
        {
            throw new StartException(
                $"There is no plan at {path}: give a plan.yaml or the folder it lies in."
            );
        }
        try
        {
            return PlanFile.Read(File.ReadAllBytes(file), file, start);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"{file} cannot be read: {refused.Message}");
        }
    }

    /// <summary>Tells every warning about a plan, one on a line; none keeps the plan from starting.</summary>
    public static void ShowWarnings(PlanReading reading, Plan plan)
    {
        var lookup = new PlanLookup(plan);
        foreach (var warning in reading.Warnings)
        {
            Console.WriteLine($"warning: {warning.Show(Language.En, lookup)}");
        }
    }
}
