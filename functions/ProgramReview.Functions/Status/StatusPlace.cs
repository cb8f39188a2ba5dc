using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>Which part of a cycle a status page shows: the query <c>at</c>, a node of the tree along which the cycle fans out.</summary>
/// <param name="plan">The plan.</param>
/// <param name="node">The node.</param>
internal sealed class StatusPlace(PlanLookup plan, FanOutNode node)
{
    /// <summary>The query that names a kind of finding.</summary>
    public const string KindQuery = "kind";

    private readonly FanOutTree tree = FanOutTree.Of(plan);

    /// <summary>The node.</summary>
    public FanOutNode Node => node;

    /// <summary>Whether it is the whole.</summary>
    public bool IsWhole => node == FanOutNode.Root;

    /// <summary>How many assignments it has.</summary>
    public int Total => tree.CountsOf(node).Values.Sum();

    /// <summary>The page's path with its query.</summary>
    public string Path => PathOf(node);

    /// <summary>The page's query without its mark, or empty.</summary>
    public string Query => QueryOf(node);

    private string Base => $"/status/{plan.Plan.Cycle}";

    /// <summary>The place that a query asks for; the whole if there is no such place.</summary>
    public static StatusPlace Of(PlanLookup plan, IQueryCollection query) =>
        new(
            plan,
            FanOutNode.TryParse(query["at"], null, out var node) && FanOutTree.Of(plan).Has(node)
                ? node
                : FanOutNode.Root
        );

    /// <summary>The page of a node.</summary>
    public string PathOf(FanOutNode other) =>
        QueryOf(other) is { Length: > 0 } query ? $"{Base}?{query}" : Base;

    /// <summary>The list of the exceptions of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="page">From 1.</param>
    /// <param name="search">What is searched for, or empty.</param>
    public string PathOf(StatusAlarmKind kind, int page = 1, string search = "") =>
        ListOf($"alarms/{Text.Hyphenate(kind.ToString())}", page, search);

    /// <summary>The list of what was found, by kind; or of one kind, the list of reports.</summary>
    /// <param name="code">The kind, or null for all.</param>
    /// <param name="page">From 1.</param>
    public string FindingsPath(string? code = null, int page = 1) =>
        ListOf(code is null ? "findings" : $"findings/{code}", page, "");

    /// <summary>The same as a table for spreadsheets.</summary>
    /// <param name="code">The kind, or null for all.</param>
    public string FindingsCsvPath(string? code = null)
    {
        var path = ListOf("findings.csv", 1, "");
        return code is null ? path : $"{path}{(IsWhole ? '?' : '&')}{KindQuery}={code}";
    }

    private string ListOf(string list, int page, string search)
    {
        List<string> parts = [];
        if (!IsWhole)
        {
            parts.Add(Query);
        }
        if (search.Length > 0)
        {
            parts.Add($"q={Uri.EscapeDataString(search)}");
        }
        if (page > 1)
        {
            parts.Add(FormattableString.Invariant($"page={page}"));
        }
        return $"{Base}/{list}{(parts.Count > 0 ? "?" : "")}{string.Join('&', parts)}";
    }

    /// <summary>The assignments of this part whose bodies have names with all these words, in any language.</summary>
    public IEnumerable<AssignmentId> Find(IReadOnlyList<string> words)
    {
        var found = plan
            .Plan.Bodies.Where(body =>
                SearchText.Holds(
                    SearchText.Fold($"{body.Name.Vi} {body.Name.En} {body.Name.Hi} {body.Code}"),
                    words
                )
            )
            .Select(body => body.Code)
            .ToHashSet();
        return plan.Assignments.Where(id =>
            found.Contains(id.Body) && tree.PathTo(tree.PlaceOf(id)).Contains(node)
        );
    }

    /// <summary>The story of an assignment.</summary>
    public string StoryOf(AssignmentId assignment) => $"{Base}/story/{assignment}";

    /// <summary>The parts above, the whole first.</summary>
    public IReadOnlyList<StatusCrumb> Crumbs(Language language) =>
        [
            .. tree.PathTo(node)
                .SkipLast(1)
                .Select(one => new StatusCrumb(
                    one == FanOutNode.Root ? null : NameOf(one, language),
                    PathOf(one)
                )),
        ];

    /// <summary>A part's name: its body's, or those of its first and its last.</summary>
    public string NameOf(FanOutNode other, Language language)
    {
        if (other.Chunk is null)
        {
            return plan.Body(other.Body).Name.In(language);
        }
        var (first, last) = (BodyAt(other, first: true), BodyAt(other, first: false));
        return Text.Get(
            language,
            "status.part",
            plan.Body(first).Name.In(language),
            plan.Body(last).Name.In(language)
        );
    }

    private string BodyAt(FanOutNode other, bool first) =>
        (first ? tree.Children(other)[0] : tree.Children(other)[^1]) switch
        {
            FanOutItem.Report report => report.Assignment.Body,
            FanOutItem.Branch { Node: { Chunk: null } below } => below.Body,
            FanOutItem.Branch branch => BodyAt(branch.Node, first),
            var item => throw new InvalidOperationException($"{item} is no part of a plan."),
        };

    private static string QueryOf(FanOutNode other) =>
        other == FanOutNode.Root ? "" : $"at={other}";
}
