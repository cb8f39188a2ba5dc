namespace ProgramReview.Functions.Tests.Planning;

/// <summary>The shipped plan files, for tests of what is shipped; others read <see cref="FrozenPlan"/>.</summary>
internal static class PlanText
{
    public static readonly DateTimeOffset Start = new(2024, 8, 1, 8, 0, 0, TimeSpan.FromHours(7));

    public static string Hanoi { get; } = Read("hanoi-01-ctr-tu");

    public static string Template { get; } = Read("template");

    /// <summary>The line, from 1, of the first line that contains a text.</summary>
    public static int LineOf(string yaml, string text) =>
        yaml.Split('\n')
            .Index()
            .First(line => line.Item.Contains(text, StringComparison.Ordinal))
            .Index + 1;

    private static string Read(string plan) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "plans", plan, "plan.yaml"));
}
