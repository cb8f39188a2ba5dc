using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <summary>Callers that wait for a state of an instance. Whoever gives up is forgotten.</summary>
internal sealed class InstanceWaits
{
    private readonly Dictionary<string, HashSet<Wait>> _waits = [];

    /// <summary>How many wait.</summary>
    public int Count => _waits.Values.Sum(waits => waits.Count);

    public Wait Add(string instanceId, Func<InstanceRow, bool> condition)
    {
        var wait = new Wait(instanceId, condition);
        if (!_waits.TryGetValue(instanceId, out var waits))
        {
            _waits.Add(instanceId, waits = []);
        }

        waits.Add(wait);
        return wait;
    }

    public void Remove(Wait wait)
    {
        if (_waits.TryGetValue(wait.InstanceId, out var waits) && waits.Remove(wait))
        {
            DropIfEmpty(wait.InstanceId, waits);
        }
    }

    /// <summary>Tells those who waited for the state that an instance has now.</summary>
    public void Notify(InstanceRow row)
    {
        if (_waits.TryGetValue(row.Id, out var waits))
        {
            waits.RemoveWhere(wait => wait.Condition(row) && wait.Source.TrySetResult(row));
            DropIfEmpty(row.Id, waits);
        }
    }

    public void FailAll(Exception reason)
    {
        foreach (var wait in _waits.Values.SelectMany(waits => waits))
        {
            wait.Source.TrySetException(reason);
        }

        _waits.Clear();
    }

    private void DropIfEmpty(string instanceId, HashSet<Wait> waits)
    {
        if (waits.Count == 0)
        {
            _waits.Remove(instanceId);
        }
    }

    /// <summary>One caller.</summary>
    public sealed class Wait(string instanceId, Func<InstanceRow, bool> condition)
    {
        public string InstanceId => instanceId;

        public Func<InstanceRow, bool> Condition => condition;

        public TaskCompletionSource<InstanceRow> Source { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
