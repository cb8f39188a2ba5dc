namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Guesses which word was meant.</summary>
internal static class Spelling
{
    private const int LongestWord = 40;

    /// <summary>The nearest word, or null if none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) =>
        word.Length > LongestWord
            ? null
            : known
                .Select(candidate => (candidate, Distance: Distance(word, candidate)))
                .Where(entry => entry.Distance <= Math.Max(2, entry.candidate.Length / 3))
                .OrderBy(entry => entry.Distance)
                .Select(entry => entry.candidate)
                .FirstOrDefault();

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
            }
        }

        return row[b.Length];
    }
}
