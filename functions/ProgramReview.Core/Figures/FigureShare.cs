using System.Text.Json.Serialization;

namespace ProgramReview.Core.Figures;

/// <summary>What one node brings into a cell of the node above: all that this needs, so that it need not read whole records.</summary>
public sealed record FigureShare
{
    /// <summary>How it is counted; null for the usual: asked, and given without any remark.</summary>
    public FigureCounts? Counts { get; init; }

    /// <summary>Its own value, if that is in it.</summary>
    public decimal? Value { get; init; }

    /// <summary>The value that it tells and that nothing weighs, so that it is not in it.</summary>
    public decimal? Unweighed { get; init; }

    /// <summary>The value that it tells itself, in it or not; null if none.</summary>
    [JsonIgnore]
    public decimal? Told => Value ?? Unweighed;

    /// <summary>What weighs its own value, where something does.</summary>
    public decimal? Weight { get; init; }

    /// <summary>What those below it make, if that is in it; never together with a value.</summary>
    public Aggregate? Below { get; init; }

    /// <summary>How it is counted.</summary>
    /// <param name="isEstimate">Whether the cell is one of estimates.</param>
    public FigureCounts CountsOf(bool isEstimate) => Counts ?? Usual(isEstimate);

    internal static FigureShare Of(Share share, bool isEstimate) =>
        new()
        {
            Counts = share.Counts == Usual(isEstimate) ? null : share.Counts,
            Value = share.Own?.Figure.Value,
            Unweighed = share.Unweighed?.Figure.Value,
            Weight = share.Weight?.Figure.Value,
            Below = share.Below,
        };

    private static FigureCounts Usual(bool isEstimate) =>
        new()
        {
            Asked = 1,
            Given = 1,
            Estimated = isEstimate ? 1 : 0,
        };
}
