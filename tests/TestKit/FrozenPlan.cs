namespace ProgramReview.TestKit;

/// <summary>
/// A realistic plan that stays as it is while the shipped ones change: what tests read that are not about a shipped plan. It lies among the
/// plans of every test program.
/// </summary>
public static class FrozenPlan
{
    /// <summary>What it is called among the plans of a test program.</summary>
    public const string Name = "frozen";

    /// <summary>The id of its cycle.</summary>
    public const string Cycle = "hanoi-01-ctr-tu";

    /// <summary>The file.</summary>
    public static string Text { get; } =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "plans", Name, "plan.yaml"));
}
