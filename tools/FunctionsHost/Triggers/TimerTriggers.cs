using Cronos;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ProgramReview.FunctionsHost.App;

namespace ProgramReview.FunctionsHost.Triggers;

/// <summary>
/// Calls timer functions when they are due. The extension that does this in a Functions host is not in every feed; unlike it, this keeps no
/// record of runs, so none is ever past due.
/// </summary>
internal sealed class TimerTriggers(IEnumerable<AppFunction> functions, IJobHost jobs, ILogger log)
    : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            functions
                .Where(function => function.Trigger.Is("timerTrigger"))
                .Select(function => RunAsync(function, stoppingToken))
        );

    private async Task RunAsync(AppFunction function, CancellationToken stoppingToken)
    {
        var schedule = CronExpression.Parse(
            function.Trigger.Text("schedule")!,
            CronFormat.IncludeSeconds
        );
        var last = DateTimeOffset.UtcNow;
        while (
            schedule.GetNextOccurrence(last, TimeZoneInfo.Local) is { } due
            && !stoppingToken.IsCancellationRequested
        )
        {
            var wait = due - DateTimeOffset.UtcNow;
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, stoppingToken);
            }
            var next = schedule.GetNextOccurrence(due, TimeZoneInfo.Local) ?? due;
            try
            {
                await jobs.CallAsync(
                    function.Name,
                    new Dictionary<string, object>
                    {
                        [function.Trigger.Name] = TimerText.Of(last, due, next),
                    },
                    stoppingToken
                );
            }
            catch (FunctionInvocationException exception)
            {
                log.LogError(exception, "{Function} failed.", function.Name);
            }
            last = due;
        }
    }
}
