using System.Collections.Concurrent;
using System.Globalization;

namespace ProgramReview.Workflow.Tests;

/// <summary>Breaks into a cycle at one step of one process: the n-th time that it has an activity carried out.</summary>
/// <param name="Instance">The process.</param>
/// <param name="Activity">What it has carried out.</param>
/// <param name="Number">Which time, from 1.</param>
internal sealed record BrokenStep(string Instance, string Activity, int Number)
{
    /// <summary>Counts steps, and breaks in at one of them.</summary>
    /// <param name="at">Where, or null to count only.</param>
    /// <param name="broken">What happens there, in place of what follows once it has been carried out.</param>
    internal sealed class Watch(BrokenStep? at, Func<Func<Task<object?>>, Task<object?>> broken)
    {
        private readonly ConcurrentDictionary<(string Instance, string Activity), int> done = new();

        /// <summary>Every step that was taken.</summary>
        public IReadOnlyList<BrokenStep> Steps =>
            [
                .. done.SelectMany(pair =>
                        Enumerable
                            .Range(1, pair.Value)
                            .Select(number => new BrokenStep(
                                pair.Key.Instance,
                                pair.Key.Activity,
                                number
                            ))
                    )
                    .OrderBy(step => step.ToString(), StringComparer.Ordinal),
            ];

        /// <summary>Whether it was reached, and is not mended yet.</summary>
        public bool IsBroken { get; private set; }

        /// <summary>Whether it was reached.</summary>
        public bool WasReached { get; private set; }

        /// <summary>From now on nothing is broken any more.</summary>
        public void Mend() => IsBroken = false;

        /// <summary>Stands around each activity.</summary>
        public async Task<object?> AroundAsync(
            string instance,
            string activity,
            Func<Task<object?>> run
        )
        {
            var isHere =
                at is not null
                && (instance, activity) == (at.Instance, at.Activity)
                && (
                    IsBroken
                    || (
                        !WasReached && done.GetValueOrDefault((instance, activity)) == at.Number - 1
                    )
                );
            if (isHere)
            {
                IsBroken = WasReached = true;
                return await broken(run);
            }
            var result = await run();
            done.AddOrUpdate((instance, activity), 1, (_, count) => count + 1);
            return result;
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Instance} {Activity} {Number}");
}
