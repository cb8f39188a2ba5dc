using Microsoft.DurableTask;

namespace ProgramReview.Functions.Durable;

/// <summary>The orchestrator's clock as the rules want it.</summary>
internal static class ContextTime
{
    /// <summary>The present, the same on every replay, in UTC.</summary>
    public static DateTimeOffset Now(this TaskOrchestrationContext context) =>
        new(context.CurrentUtcDateTime, TimeSpan.Zero);
}
