using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ProgramReview.Benchmarks.Pages;

/// <summary>Counts by kind what this process asks of others over HTTP.</summary>
internal sealed partial class RequestCount : IDisposable
{
    private readonly ConcurrentDictionary<string, int> counts = new();
    private readonly ActivityListener listener;

    public RequestCount()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                ActivitySamplingResult.AllData,
            ActivityStopped = Count,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>How many of each kind so far, the most frequent first.</summary>
    public IEnumerable<KeyValuePair<string, int>> All =>
        counts.OrderByDescending(kind => kind.Value);

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private void Count(Activity request)
    {
        var address = new Uri((string)request.GetTagItem("url.full")!);
        // The account's name is the first segment, the table's or the container's the second, whose keys do not matter.
        var place = address.Segments.ElementAtOrDefault(2) ?? "";
        var kind =
            $"{request.GetTagItem("http.request.method")} {Keys().Replace(place.TrimEnd('/'), "(key)")}";
        counts.AddOrUpdate(kind, 1, (_, count) => count + 1);
    }

    [GeneratedRegex(@"\(.+\)")]
    private static partial Regex Keys();
}
