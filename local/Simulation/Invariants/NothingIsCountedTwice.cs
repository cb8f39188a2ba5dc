using ProgramReview.Core.Figures;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Each report speaks in one place, and each body is in a total once.</summary>
internal sealed class NothingIsCountedTwice : IInvariant
{
    public string Sentence =>
        "Nothing is counted twice: a report stands in one record, a record below one other, and a body once behind a total.";

    public bool HasCase(Evidence evidence) =>
        evidence.Figures.Values.Any(figures =>
            figures.Nodes.Values.Any(node => node.Children.Count > 1)
        );

    public IEnumerable<string> Broken(Evidence evidence)
    {
        var layout = FigureLayout.Of(evidence.Plan);
        foreach (var (round, figures) in evidence.Figures)
        {
            var reports = figures.Nodes.Values.SelectMany(node => node.Reports);
            foreach (var told in reports.CountBy(told => told.Assignment).Where(IsMany))
            {
                yield return $"{told.Key} speaks in {told.Value} records of round {round}";
            }
            var children = figures.Nodes.Values.SelectMany(node => node.Children);
            foreach (var child in children.CountBy(child => child.Node).Where(IsMany))
            {
                yield return $"{child.Key} stands below {child.Value} records of round {round}";
            }
            foreach (var node in figures.Nodes.Values)
            {
                for (var cell = 0; cell < layout.Count; cell++)
                {
                    var behind = Contributors
                        .Of(layout, cell, node, child => figures.Nodes[child.Hash])
                        .Where(one => one.IsIn)
                        .Select(one => one.Node)
                        .ToList();
                    if (
                        behind.Distinct().Count() != behind.Count
                        || (node.BelowAt(cell)?.Counts.Given ?? 0) > behind.Count
                    )
                    {
                        yield return $"a body is behind cell {cell} of {node.Node} in round {round} more than once";
                    }
                }
            }
        }
    }

    private static bool IsMany<T>(KeyValuePair<T, int> count) => count.Value > 1;
}
