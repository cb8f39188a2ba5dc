namespace ProgramReview.Functions.Events;

/// <summary>Tries several things; one that fails does not keep the others back, and none is forgotten.</summary>
internal sealed class Attempts(CancellationToken cancellation)
{
    private readonly List<Exception> failures = [];

    /// <summary>Tries one thing.</summary>
    public async Task TryAsync(Func<Task> attempt)
    {
        try
        {
            await attempt();
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            failures.Add(failure);
        }
    }

    /// <summary>Says what failed, once all were tried.</summary>
    /// <exception cref="AggregateException">Some failed; all may be tried again.</exception>
    public void ThrowIfAnyFailed()
    {
        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }
}
