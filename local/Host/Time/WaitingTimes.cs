namespace ProgramReview.Local.Host.Time;

/// <summary>Adds up how much of the wall's time went by waiting for what.</summary>
internal sealed class WaitingTimes(TimeProvider wall)
{
    private readonly Dictionary<string, TimeSpan> spent = new(StringComparer.Ordinal);
    private long since = wall.GetTimestamp();

    /// <summary>What is waited for now.</summary>
    public string Now { get; private set; } = "the start";

    /// <summary>From now on something else is waited for.</summary>
    public void Next(string what)
    {
        var now = wall.GetTimestamp();
        spent[Now] = spent.GetValueOrDefault(Now) + wall.GetElapsedTime(since, now);
        (since, Now) = (now, what);
    }

    /// <summary>All that was waited for so far, the longest first.</summary>
    public IReadOnlyList<KeyValuePair<string, TimeSpan>> Sum()
    {
        Next(Now);
        return [.. spent.OrderByDescending(pair => pair.Value)];
    }
}
