using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures;

/// <summary>Compares a body's own figure with the aggregate of those below it, as intervals.</summary>
public static class Comparison
{
    /// <summary>Whether both can be true.</summary>
    /// <param name="indicator">What is counted.</param>
    /// <param name="own">The body's own value, with the decimals written.</param>
    /// <param name="below">What those below make.</param>
    public static Agreement Of(Indicator indicator, decimal own, Aggregate below)
    {
        if (below is not { Value: { } value, Error: { } error })
        {
            return Agreement.Open;
        }
        error += Precision.Of(indicator, own);
        if (below.Counts.IsComplete)
        {
            return decimal.Abs(own - value) <= error ? Agreement.Agrees : Agreement.Differs;
        }
        // What is still missing adds nothing below zero: a part that is already more than the whole stays so.
        return below is Aggregate.Sum && indicator.Min >= 0 && value - error > own
            ? Agreement.Differs
            : Agreement.Open;
    }
}
