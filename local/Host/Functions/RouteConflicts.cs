using Microsoft.AspNetCore.Routing.Patterns;

namespace ProgramReview.Local.Host.Functions;

/// <summary>Finds functions that would answer the same requests.</summary>
internal static class RouteConflicts
{
    /// <summary>One sentence for each pair of functions with the same route and a method in common.</summary>
    public static IEnumerable<string> In(IReadOnlyList<LocalFunction> functions)
    {
        var routes = functions
            .Where(f => f.Trigger is FunctionTrigger.Http)
            .Select(f => (Function: f, Http: (FunctionTrigger.Http)f.Trigger));
        foreach (
            var same in routes.GroupBy(r => Shape(r.Http.Route), StringComparer.OrdinalIgnoreCase)
        )
        {
            var list = same.ToArray();
            for (var i = 0; i < list.Length; i++)
            {
                foreach (var later in list[(i + 1)..])
                {
                    if (Overlap(list[i].Http.Methods, later.Http.Methods))
                    {
                        yield return $"{later.Function.Code.EntryPoint}: its route '{later.Http.Route.RawText}' with the same method already belongs to {list[i].Function.Code.EntryPoint}; change one of them.";
                    }
                }
            }
        }
    }

    private static bool Overlap(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count == 0 || other.Count == 0 || one.Intersect(other).Any();

    /// <summary>The template without the names of its parameters.</summary>
    private static string Shape(RoutePattern pattern) =>
        string.Join(
            '/',
            pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Shape)))
        );

    private static string Shape(RoutePatternPart part) =>
        part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => "{"
                + (parameter.IsCatchAll ? "*" : "")
                + string.Join(':', parameter.ParameterPolicies.Select(policy => policy.Content))
                + "}",
            _ => throw new InvalidOperationException(
                $"Unknown part of a route: {part.GetType().Name}."
            ),
        };
}
