using ProgramReview.Core.Uploading;

namespace ProgramReview.Functions.Uploading;

/// <summary>
/// Lets files in that are only to be checked: one of a person at a time and in measure, few at once, two of them being read. It counts within
/// this process; nobody's deadline hangs on it.
/// </summary>
/// <param name="clock">Tells how long ago somebody came last.</param>
public sealed class CheckDoor(TimeProvider clock) : IDisposable
{
    private const int MostInside = 12;
    private const int MostRead = 2;

    private readonly Lock door = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> begun = [];
    private readonly HashSet<string> inside = [];
    private readonly SemaphoreSlim desks = new(MostRead);

    /// <summary>Lets a person in, or says how long to wait: nothing for "the house is full".</summary>
    /// <param name="person">Who asks.</param>
    /// <param name="wait">How long to wait; zero where nobody knows.</param>
    /// <returns>What is given back on leaving, or null.</returns>
    public IDisposable? Enter(string person, out TimeSpan wait)
    {
        lock (door)
        {
            var now = clock.GetUtcNow();
            Forget(now);
            var mine = begun.GetValueOrDefault(person) ?? [];
            wait = CheckPace.Wait(mine, now) ?? TimeSpan.Zero;
            if (wait > TimeSpan.Zero || inside.Count >= MostInside || !inside.Add(person))
            {
                return null;
            }
            mine.Enqueue(now);
            begun[person] = mine;
            return new Leaving(() =>
            {
                lock (door)
                {
                    inside.Remove(person);
                }
            });
        }
    }

    /// <summary>Waits for a place to read at.</summary>
    public async Task<IDisposable> SitAsync(CancellationToken cancellation)
    {
        await desks.WaitAsync(cancellation);
        return new Leaving(() => desks.Release());
    }

    /// <inheritdoc/>
    public void Dispose() => desks.Dispose();

    private void Forget(DateTimeOffset now)
    {
        foreach (var (person, times) in begun.ToList())
        {
            while (times.TryPeek(out var first) && now - first >= CheckPace.Span)
            {
                times.Dequeue();
            }
            if (times.Count == 0)
            {
                begun.Remove(person);
            }
        }
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
