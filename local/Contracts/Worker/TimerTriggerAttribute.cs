using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts the function on a schedule.</summary>
public sealed class TimerTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Takes a cron expression, a time span, or a setting in percent signs.</summary>
    public TimerTriggerAttribute(string schedule)
    {
        Schedule = schedule;
    }

    /// <summary>The schedule as written.</summary>
    public string Schedule { get; private set; }

    /// <summary>Whether the function also runs when the host starts.</summary>
    public bool RunOnStartup { get; set; }

    /// <summary>Whether runs are remembered so that a missed one is made up for.</summary>
    public bool UseMonitor { get; set; } = true;
}
