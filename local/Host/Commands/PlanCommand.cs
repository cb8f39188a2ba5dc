using System.CommandLine;

namespace ProgramReview.Local.Host.Commands;

/// <summary><c>review plan check</c>: tells every fault of a plan file.</summary>
internal static class PlanCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var path = new Argument<string>("PLAN")
        {
            Description = "A plan.yaml, or the folder it lies in",
        };
        var check = new Command(
            "check",
            "Tell every fault and warning with file, line and remedy; exit 1 on faults"
        )
        {
            path,
        };
        check.SetAction(parsed => Check(parsed.GetValue(path)!));
        return new Command("plan", "Work with plan files") { check };
    }

    private static int Check(string path)
    {
        var reading = PlanFiles.Read(path, TimeProvider.System.GetUtcNow());
        foreach (var fault in reading.Faults)
        {
            Console.Error.WriteLine(fault);
        }
        if (reading.Plan is not { } plan)
        {
            Console.Error.WriteLine("Nothing would start from this plan.");
            return 1;
        }
        PlanFiles.ShowWarnings(reading, plan);
        var assignments = plan.ReportTypes.Sum(type => type.OwedBy.Count);
        Console.WriteLine(
            $"{plan.Id} version {plan.Version}: no faults. {plan.Bodies.Count} bodies, {plan.ReportTypes.Count} report types, {assignments} assignments, {plan.Approval.Approvers.Count} approvers."
        );
        return 0;
    }
}
