using ProgramReview.Core.Planning;
using ProgramReview.Functions.Operations;

namespace ProgramReview.Functions.Planning;

/// <summary>A warning with its place in the plan file.</summary>
/// <param name="File">The file's name as it was given.</param>
/// <param name="Line">From 1.</param>
/// <param name="Warning">The warning.</param>
public sealed record PlacedWarning(string File, int Line, PlanWarning Warning)
{
    /// <summary>The warning on one line, in the form editors can jump to.</summary>
    public string Show(Language language, PlanLookup plan)
    {
        var (message, remedy) = PlanWarningText.Show(language, plan, Warning);
        return FormattableString.Invariant(
            $"{File}:{Line}: {Warning.Path}: {message} {remedy} [{Warning.Code}]"
        );
    }
}
