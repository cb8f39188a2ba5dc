using Microsoft.DurableTask;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Orchestration;

/// <summary>How processes watch over each other: one that ends or fails says so to whoever waits, who looks for itself.</summary>
internal static class Supervision
{
    /// <summary>Leads a process to its end. Its failure goes on record while it can still say why, and then takes its course.</summary>
    /// <param name="context">The process.</param>
    /// <param name="process">Its name.</param>
    /// <param name="run">Does its work; says whether that has come to its end, or begins anew.</param>
    public static async Task LeadAsync(
        TaskOrchestrationContext context,
        ProcessId process,
        Func<Task<bool>> run
    )
    {
        try
        {
            if (await run())
            {
                await TellAsync(context, process);
            }
        }
        catch (TaskFailedException failure)
        {
            await NoteFailureActivity.CallAsync(
                context,
                new(process.Of, process.ToString(), failure.Message)
            );
            await TellAsync(context, process);
            throw;
        }
    }

    /// <summary>Sends a mail. One that cannot be sent is shown to people; the process goes on.</summary>
    public static async Task ShieldAsync(
        TaskOrchestrationContext context,
        ProcessId process,
        Task mail
    )
    {
        try
        {
            await mail;
        }
        catch (TaskFailedException failure)
        {
            await NoteFailureActivity.CallAsync(
                context,
                new(process.Of, process.ToString(), failure.Message)
            );
        }
    }

    /// <summary>Looks after other processes; those that have not ended are left.</summary>
    public static async Task<IReadOnlyList<ProcessId>> TendAsync(
        TaskOrchestrationContext context,
        CycleRef cycle,
        IReadOnlyList<ProcessId> processes
    ) =>
        processes.Count == 0
            ? []
            : (await TendActivity.CallAsync(context, new(cycle, processes))).Open;

    // Nobody waits for the cycle nor for material, and the cycle looks again for figures.
    private static Task TellAsync(TaskOrchestrationContext context, ProcessId process) =>
        process is ProcessId.Cycle or ProcessId.Figures or ProcessId.Material
            ? Task.CompletedTask
            : TellWaitersActivity.CallAsync(context, new(process));
}
