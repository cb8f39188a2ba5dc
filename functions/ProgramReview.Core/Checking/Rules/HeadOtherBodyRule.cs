using ProgramReview.Core.Checking.Text;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>The head of a report names the body that owes it, and not another one alone.</summary>
internal sealed class HeadOtherBodyRule() : TextRule("head-other-body")
{
    private static readonly IReadOnlyList<string>[] Addressing =
    [
        .. new[] { "Kính gửi", "To:", "Attention", "सेवा में" }.Select(Folding.Words),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckScope scope, ReadText text)
    {
        var lines = text.Head.Select(line => Folding.Words(line.Text)).ToList();
        var written = lines
            .Where(line => !Addressing.Any(words => WordSpan.Find(line, words) == 0))
            .ToList();
        // A long name is broken into lines.
        var head = written
            .Concat(
                written.Zip(written.Skip(1), IReadOnlyList<string> (one, next) => [.. one, .. next])
            )
            .ToList();
        var own = scope.Plan.Body(scope.Assignment.Body);
        if (Names(own).Any(name => Stands(name, head)))
        {
            return [];
        }
        var above = Above(scope.Plan, own)
            .SelectMany(Names)
            .Append(Folding.Words(scope.Plan.Plan.Programme.Committee.Vi))
            .ToList();
        var ownNames = Names(own).ToList();
        return scope
            .Plan.Plan.Bodies.Where(body => body.Code != own.Code)
            .Where(body =>
                Names(body)
                    .Any(name =>
                        name.Count > 1
                        && Stands(name, head)
                        && !above.Any(other => WordSpan.Holds(other, name))
                        && !ownNames.Any(other => WordSpan.Holds(other, name))
                    )
            )
            .Select(body => Found(null, body.Code))
            .Take(1);
    }

    private static bool Stands(IReadOnlyList<string> name, List<IReadOnlyList<string>> head) =>
        head.Any(line => WordSpan.Holds(line, name));

    private static IEnumerable<IReadOnlyList<string>> Names(Body body) =>
        new[] { body.Name.Vi, body.Name.En, body.Name.Hi }.Select(Folding.Words);

    private static IEnumerable<Body> Above(PlanLookup plan, Body body)
    {
        for (var parent = body.Parent; parent is not null; parent = plan.Body(parent).Parent)
        {
            yield return plan.Body(parent);
        }
    }
}
