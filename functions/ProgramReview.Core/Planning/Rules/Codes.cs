namespace ProgramReview.Core.Planning.Rules;

/// <summary>What holds for the codes of one list: each is a code, and none stands twice.</summary>
internal static class Codes
{
    /// <summary>The faults of codes, each given with the path of its entry.</summary>
    public static IEnumerable<RuleFault> Check(IReadOnlyList<(string Path, string Code)> entries) =>
        entries
            .Where(entry => !Naming.Code.IsValid(entry.Code))
            .Select(entry => new RuleFault(
                $"{entry.Path}.code",
                $"'{entry.Code}' is not a code",
                CodeRule.Remedy
            ))
            .Concat(
                PlanParts
                    .Repeated(entries)
                    .Select(entry => new RuleFault(
                        $"{entry.Path}.code",
                        $"The code '{entry.Key}' is taken by {entry.First}",
                        "Give each its own code"
                    ))
            );
}
