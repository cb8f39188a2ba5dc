namespace ProgramReview.Benchmarks.Receipts;

/// <summary>The smallest of some values that so many per cent of them do not exceed.</summary>
internal static class Percentile
{
    public static double Of(IEnumerable<double> values, int percent)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * percent / 100.0) - 1)];
    }
}
