using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Workflow.Tests;

/// <summary>The plans that scenarios run on.</summary>
internal static class Plans
{
    public static PlanLookup Hanoi()
    {
        var file = Path.Combine(Root(), "plans", "hanoi-01-ctr-tu", "plan.yaml");
        var reading = PlanFile.Read(File.ReadAllText(file), file, start: null);
        return new PlanLookup(
            reading.Plan ?? throw new InvalidOperationException(string.Join('\n', reading.Faults))
        );
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ProgramReview.Functions.sln")))
        {
            folder =
                folder.Parent
                ?? throw new InvalidOperationException("The tests lie outside the repository.");
        }
        return folder.FullName;
    }
}
