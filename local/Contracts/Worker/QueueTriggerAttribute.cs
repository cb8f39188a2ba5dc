using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts the function on a message in a storage queue.</summary>
public sealed class QueueTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Names the queue.</summary>
    public QueueTriggerAttribute(string queueName)
    {
        QueueName = queueName;
    }

    /// <summary>The name of the queue, or a setting in percent signs.</summary>
    public string QueueName { get; }

    /// <summary>The setting that holds the connection.</summary>
    public string? Connection { get; set; }
}
