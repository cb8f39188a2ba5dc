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
        var file = FileOf(path);
        var link = File.Exists(file) ? File.ResolveLinkTarget(file, returnFinalTarget: true) : null;
        var found = link as FileInfo ?? new FileInfo(file);
        if (!found.Exists)
        {
            throw new StartException(
                $"There is no plan at {path}: give a plan.yaml or the folder it lies in."
            );
        }
        // Devices and pipes have no length; they may never end, or never begin.
        if (found.Length == 0)
        {
            throw new StartException($"{file} is empty, or is no ordinary file: give a plan.yaml.");
        }
        try
        {
            using var stream = found.OpenRead();
            // One byte over the limit is enough to be told so.
            var bytes = new byte[PlanFile.MaxBytes + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return PlanFile.Read(bytes.AsSpan(0, length), file, start);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"{file} cannot be read: {refused.Message}");
        }
    }

    /// <summary>The file of a plan that is given as a file or as a folder.</summary>
    public static string FileOf(string path) =>
        Directory.Exists(path) ? Path.Combine(path, "plan.yaml") : path;

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
