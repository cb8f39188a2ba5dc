namespace ProgramReview.Core.Figures;

/// <summary>What one node below brings into an aggregate of the node above.</summary>
/// <param name="Counts">How it is counted.</param>
/// <param name="Own">Its own word, if that is in it; never together with <paramref name="Below"/>.</param>
/// <param name="Weight">What weighs its own word, where something does.</param>
/// <param name="Below">What those below it make, if that is in it.</param>
/// <param name="Unweighed">Its own word, if it tells a value that nothing weighs.</param>
internal readonly record struct Share(
    FigureCounts Counts,
    Told? Own = null,
    Told? Weight = null,
    Aggregate? Below = null,
    Told? Unweighed = null
)
{
    /// <summary>What a node brings; null if neither it nor anybody below is asked.</summary>
    public static Share? Of(FigureLayout layout, int cell, FigureNode node)
    {
        var below = node.BelowAt(cell);
        if (node.Own(cell) is not { } told)
        {
            return below is null ? null : new Share(below.Counts, Below: below);
        }

        var weighing = layout.WeightOf(cell);
        var weight = weighing is { } at ? node.Own(at) : null;
        var isWeighed = weighing is null || weight is { Figure.Value: >= 0 };
        var counts = Count(told, isWeighed, layout.PeriodOf(cell).Estimate);
        if (counts.Given > 0)
        {
            return new Share(counts, told, weight);
        }

        Told? unweighed = counts.Unweighted > 0 ? told : null;
        // What cannot be added stands for itself; else those below stand in, and that is told.
        if (below is not (Aggregate.Sum or Aggregate.Mean) || !below.Counts.HasAny)
        {
            return new Share(counts, Unweighed: unweighed);
        }
        counts = below.Counts.IsComplete
            ? counts with
            {
                StoodFor = 1,
            }
            : counts with
            {
                StoodForInPart = 1,
            };
        return new Share(counts, Below: below, Unweighed: unweighed);
    }

    private static FigureCounts Count(Told told, bool isWeighed, bool isEstimate)
    {
        var state = told.State;
        var isIn = state == FigureState.Given && isWeighed;
        return new()
        {
            Asked = 1,
            Given = One(isIn),
            Unweighted = One(state == FigureState.Given && !isWeighed),
            Excused = One(state == FigureState.Excused),
            Blank = One(state == FigureState.Blank),
            Missing = One(state == FigureState.Missing),
            Exempt = One(state == FigureState.Exempt),
            Late = One(isIn && told.Report.IsLate),
            Preliminary = One(isIn && told.Figure.IsPreliminary),
            Estimated = One(isIn && isEstimate),
            Unexplained = One(
                state == FigureState.Blank
                    || (state == FigureState.Given && told.Figure.IsUnexplained)
            ),
        };
    }

    private static int One(bool isSo) => isSo ? 1 : 0;
}
