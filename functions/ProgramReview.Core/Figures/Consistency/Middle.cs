namespace ProgramReview.Core.Figures.Consistency;

/// <summary>The median.</summary>
internal static class Middle
{
    /// <summary>The one in the middle, or half way between the two.</summary>
    /// <param name="values">At least one, in any order.</param>
    public static decimal Of(IReadOnlyCollection<decimal> values)
    {
        decimal[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The one in the middle, or half way between the two.</summary>
    /// <param name="values">At least one, in any order.</param>
    public static double Of(IReadOnlyCollection<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
