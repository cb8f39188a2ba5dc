namespace ProgramReview.Core.Figures;

/// <summary>What a node's own reports say in a cell: the first that tells a value, else the first that is asked.</summary>
/// <param name="Report">The report.</param>
/// <param name="Figure">What it says.</param>
public readonly record struct Told(OwnReport Report, OwnFigure Figure)
{
    /// <summary>What it makes of the question.</summary>
    public FigureState State =>
        Report.Standing switch
        {
            ReportStanding.Missing => FigureState.Missing,
            ReportStanding.Exempt => FigureState.Exempt,
            _ when Figure.Value is not null => FigureState.Given,
            _ when Figure.Reason is not null => FigureState.Excused,
            _ => FigureState.Blank,
        };
}
