using System.Reflection;

namespace ProgramReview.Conformance.Suite;

/// <summary>One case of the suite: a few orchestrations, what becomes of them, and what they ask for on the way.</summary>
internal sealed record ConformanceCase(string Name, RuleAttribute Rule, MethodInfo Method)
{
    /// <summary>Every case, by name.</summary>
    public static IReadOnlyDictionary<string, ConformanceCase> All { get; } =
        (
            from type in typeof(ConformanceCase).Assembly.GetTypes()
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            let rule = method.GetCustomAttribute<RuleAttribute>()
            where rule is not null
            let theme = type.Name.Replace("Cases", "", StringComparison.Ordinal)
            select new ConformanceCase($"{theme}.{method.Name}", rule, method)
        ).ToDictionary(found => found.Name);

    public Task RunAsync(IConformanceWorld world) => (Task)Method.Invoke(null, [world])!;
}
