namespace ProgramReview.Core.Checking.Text;

/// <summary>How far two lists of folded words say the same, and whether one stands in the other.</summary>
internal static class WordSpan
{
    /// <summary>From 0, nothing in common, to 1, the same words; the order of words does not matter.</summary>
    public static double Likeness(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        if (one.Count == 0 || other.Count == 0)
        {
            return 0;
        }
        var left = one.CountBy(word => word, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        var common = 0;
        foreach (var word in other)
        {
            if (left.GetValueOrDefault(word) > 0)
            {
                left[word]--;
                common++;
            }
        }
        return 2.0 * common / (one.Count + other.Count);
    }

    /// <summary>Where some words stand in a text, one behind the other; -1 if nowhere.</summary>
    public static int Find(IReadOnlyList<string> text, IReadOnlyList<string> wanted, int from = 0)
    {
        if (wanted.Count == 0)
        {
            return -1;
        }
        for (var start = from; start + wanted.Count <= text.Count; start++)
        {
            var length = 0;
            while (length < wanted.Count && text[start + length] == wanted[length])
            {
                length++;
            }
            if (length == wanted.Count)
            {
                return start;
            }
        }
        return -1;
    }

    /// <summary>Whether some words stand in a text, one behind the other.</summary>
    public static bool Holds(IReadOnlyList<string> text, IReadOnlyList<string> wanted) =>
        Find(text, wanted) >= 0;
}
