using System.Collections.Concurrent;
using System.Diagnostics;

namespace ProgramReview.FunctionsHost;

/// <summary>How many invocations of each kind there were, and how they ended.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, Count> kinds = new();

    public Run Begin(string kind) => new(kinds.GetOrAdd(kind, _ => new Count()));

    public override string ToString() =>
        string.Join(
            ", ",
            kinds
                .OrderBy(kind => kind.Key, StringComparer.Ordinal)
                .Select(kind =>
                    $"{kind.Key} {kind.Value.Done + kind.Value.Failed}"
                    + (kind.Value.Failed == 0 ? "" : $" ({kind.Value.Failed} failed)")
                    + $" in {kind.Value.Milliseconds / 1000.0:F1} s"
                )
        );

    /// <summary>One invocation; what is not said to have succeeded has failed.</summary>
    public sealed class Run(Count count) : IDisposable
    {
        private readonly long began = Stopwatch.GetTimestamp();
        private bool succeeded;

        public void Succeeded() => succeeded = true;

        public void Dispose()
        {
            Interlocked.Add(
                ref count.Milliseconds,
                (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds
            );
            if (succeeded)
            {
                Interlocked.Increment(ref count.Done);
            }
            else
            {
                Interlocked.Increment(ref count.Failed);
            }
        }
    }

    /// <summary>The sums of a kind.</summary>
    public sealed class Count
    {
        internal int Done;
        internal int Failed;
        internal long Milliseconds;
    }
}
