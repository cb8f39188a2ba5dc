using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Status;

/// <summary>Which figures somebody looks at: an indicator or all, at one node of the tree (<c>at</c>), as a page or a file (<c>as</c>).</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Node">The node.</param>
/// <param name="Indicator">The indicator; null: all.</param>
internal sealed record FiguresQuery(PlanLookup Plan, FanOutNode Node, Indicator? Indicator)
{
    private string Base => $"/status/{Plan.Plan.Cycle}/figures";

    /// <summary>The page's own path.</summary>
    public string Path => PathOf(Node, Indicator?.Code);

    /// <summary>What a query asks for; the whole where it names no node of the tree. Null if the plan has no such indicator.</summary>
    public static FiguresQuery? Of(PlanLookup plan, string? indicator, IQueryCollection query)
    {
        var found = plan.Plan.Indicators?.FirstOrDefault(one => one.Code == indicator);
        if (indicator is not null && found is null)
        {
            return null;
        }
        var tree = FigureTree.Of(plan);
        return new FiguresQuery(
            plan,
            FanOutNode.TryParse(query["at"], null, out var node)
            && (tree.ParentOf(node) is not null)
                ? node
                : FanOutNode.Root,
            found
        );
    }

    /// <summary>The page of an indicator at a node; of all indicators without one.</summary>
    public string PathOf(FanOutNode node, string? indicator) =>
        $"{Base}{(indicator is null ? "" : $"/{indicator}")}{(node == FanOutNode.Root ? "" : $"?at={node}")}";

    /// <summary>The same as a file.</summary>
    public string FileOf(string format) =>
        $"{Path}{(Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}as={format}";
}
