using System.Collections.Concurrent;

namespace ProgramReview.Core.Checking.Text;

/// <summary>Remembers what a pure function gave; never more than so many results, whatever comes.</summary>
/// <param name="most">At this many all are forgotten: what is asked for again and again is soon known again.</param>
/// <param name="make">The function.</param>
internal sealed class BoundedMemo<TKey, TResult>(int most, Func<TKey, TResult> make)
    where TKey : notnull
{
    private ConcurrentDictionary<TKey, TResult> known = new();
    private int count;

    /// <summary>What the function gives.</summary>
    public TResult Of(TKey key)
    {
        if (known.TryGetValue(key, out var result))
        {
            return result;
        }
        if (Interlocked.Increment(ref count) > most)
        {
            known = new();
            count = 1;
        }
        return known.GetOrAdd(key, make);
    }
}
