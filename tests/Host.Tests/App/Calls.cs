using System.Collections.Concurrent;

namespace ProgramReview.Host.Tests.App;

/// <summary>What the trigger functions were called with.</summary>
internal sealed class Calls
{
    public ConcurrentQueue<string> Made { get; } = new();

    public Func<string, Task> Behave { get; set; } = _ => Task.CompletedTask;

    public Task AddAsync(string call)
    {
        Made.Enqueue(call);
        return Behave(call);
    }
}
