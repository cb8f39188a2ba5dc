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
        var ownNames = BodyNames.Of(own).ToList();
        if (ownNames.Any(name => head.Any(line => WordSpan.Holds(line, name))))
        {
            return [];
        }
        var known = Above(scope.Plan, own)
            .SelectMany(BodyNames.Of)
            .Append(Folding.Words(scope.Plan.Plan.Programme.Committee.Vi))
            .Concat(ownNames)
            .ToList();
        var others = head.SelectMany(BodyNames.Of(scope.Plan.Plan).In)
            .Where(one =>
                one.Body.Code != own.Code
                && one.Name.Count > 1
                && !known.Any(name => WordSpan.Holds(name, one.Name))
            )
            .Select(one => one.Body.Code)
            .ToHashSet();
        return scope
            .Plan.Plan.Bodies.Where(body => others.Contains(body.Code))
            .Select(body => Found(null, body.Code))
            .Take(1);
    }

    private static IEnumerable<Body> Above(PlanLookup plan, Body body)
    {
        for (var parent = body.Parent; parent is not null; parent = plan.Body(parent).Parent)
        {
            yield return plan.Body(parent);
        }
    }
}
