using System.Runtime.CompilerServices;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Text;

/// <summary>The names of a plan's bodies in folded words, so that those in a line are found without going over all bodies.</summary>
internal sealed class BodyNames
{
    private static readonly ConditionalWeakTable<Plan, BodyNames> Known = [];

    private readonly ILookup<string, (Body Body, IReadOnlyList<string> Name)> names;
    private readonly IReadOnlyList<int> lengths;

    private BodyNames(Plan plan)
    {
        names = plan
            .Bodies.SelectMany(body => Of(body).Select(name => (Body: body, Name: name)))
            .ToLookup(one => Key(one.Name), StringComparer.Ordinal);
        lengths = [.. names.Select(same => same.First().Name.Count).Distinct()];
    }

    /// <summary>The names of a plan; folded once for each.</summary>
    public static BodyNames Of(Plan plan) => Known.GetValue(plan, _ => new BodyNames(plan));

    /// <summary>The name of a body in every language.</summary>
    public static IEnumerable<IReadOnlyList<string>> Of(Body body) =>
        new[] { body.Name.Vi, body.Name.En, body.Name.Hi }.Select(Folding.Words);

    /// <summary>Every name that stands in a line, with whose it is.</summary>
    public IEnumerable<(Body Body, IReadOnlyList<string> Name)> In(IReadOnlyList<string> line) =>
        from length in lengths
        from start in Enumerable.Range(0, Math.Max(0, line.Count - length + 1))
        from one in names[Key(line.Skip(start).Take(length))]
        select one;

    private static string Key(IEnumerable<string> words) => string.Join(' ', words);
}
