namespace ProgramReview.Core.Planning.Rules;

/// <summary>Finds what leads back to itself.</summary>
internal static class Circles
{
    /// <summary>The nodes that lie on a circle, or only lead to and from circles.</summary>
    public static IReadOnlySet<string> Members(
        IReadOnlyDictionary<string, IReadOnlyList<string>> links
    )
    {
        // What has no link out, or none in, lies on no circle; taking it away may free its neighbours.
        var left = links.ToDictionary(
            entry => entry.Key,
            entry => entry.Value.Where(links.ContainsKey).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        while (Strip(left) + StripTargets(left) > 0) { }
        return left.Keys.ToHashSet(StringComparer.Ordinal);
    }

    private static int Strip(Dictionary<string, HashSet<string>> left)
    {
        var back = left.SelectMany(entry => entry.Value.Select(to => (From: entry.Key, To: to)))
            .ToLookup(link => link.To, link => link.From, StringComparer.Ordinal);
        var ends = new Queue<string>(
            left.Where(entry => entry.Value.Count == 0).Select(entry => entry.Key)
        );
        var gone = 0;
        for (; ends.TryDequeue(out var end); gone++)
        {
            left.Remove(end);
            foreach (var from in back[end])
            {
                if (left.TryGetValue(from, out var links) && links.Remove(end) && links.Count == 0)
                {
                    ends.Enqueue(from);
                }
            }
        }

        return gone;
    }

    private static int StripTargets(Dictionary<string, HashSet<string>> left)
    {
        var incoming = left
            .Values.SelectMany(to => to)
            .CountBy(to => to)
            .ToDictionary(StringComparer.Ordinal);
        var starts = new Queue<string>(left.Keys.Where(key => !incoming.ContainsKey(key)));
        var gone = 0;
        for (; starts.TryDequeue(out var start); gone++)
        {
            left.Remove(start, out var links);
            foreach (var to in links!)
            {
                if (--incoming[to] == 0)
                {
                    starts.Enqueue(to);
                }
            }
        }

        return gone;
    }
}
