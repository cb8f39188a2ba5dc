using ProgramReview.Core.Events;

namespace ProgramReview.Core.Checking;

/// <summary>Compares the text of a report with its data annex: what is found is a fact about the two versions together.</summary>
public static class PairChecks
{
    /// <summary>All findings about a pair, the heaviest first; places are those in the report.</summary>
    /// <param name="report">The report's file.</param>
    /// <param name="annex">The annex of the same assignment.</param>
    public static IReadOnlyList<Finding> Run(CheckSubject report, CheckSubject annex)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(annex);
        return [];
    }
}
