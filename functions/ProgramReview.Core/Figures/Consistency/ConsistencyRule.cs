using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures.Consistency;

/// <summary>One check between reports; a new check is a new class beside the others and a line in <see cref="CheckCatalogue.BetweenReports"/>.</summary>
/// <param name="code">The code of the check, which is that of all its findings.</param>
internal abstract class ConsistencyRule(string code)
{
    /// <summary>The check as people and plans know it.</summary>
    public CheckDefinition Definition { get; } = CheckCatalogue.Of(code);

    /// <summary>What it has to say; nothing if all is well.</summary>
    public abstract IEnumerable<ConsistencyFinding> Check(FigureScene scene);

    /// <summary>A finding of this check.</summary>
    protected ConsistencyFinding Found(
        FigureScene scene,
        FanOutNode node,
        int cell,
        params IReadOnlyList<FigureQuote> sides
    ) =>
        new(
            Definition.Code,
            Definition.Severity,
            node,
            scene.Layout.IndicatorOf(cell).Code,
            scene.Layout.PeriodOf(cell).Code,
            sides
        );
}
