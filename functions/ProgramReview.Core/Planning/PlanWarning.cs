namespace ProgramReview.Core.Planning;

/// <summary>Something in a valid plan that its author should look at; it starts all the same.</summary>
/// <param name="Code">Names the rule, and the words that say it.</param>
/// <param name="Path">Where in the plan, for example <c>reportTypes[2].reminders[0]</c>.</param>
/// <param name="Arguments">What the words speak of: codes, numbers, and instants in round-trip form.</param>
public sealed record PlanWarning(string Code, string Path, IReadOnlyList<string> Arguments)
{
    /// <summary>Stands before an instant at which something ends: it is told as the end of what came before, midnight as 24:00.</summary>
    public const string Limit = "<";
}
