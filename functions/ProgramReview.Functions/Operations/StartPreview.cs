using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Operations;

/// <summary>A cycle that a second press starts.</summary>
/// <param name="Id">The name under which what was sent is kept.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="Warnings">What the plan's check says should be looked at.</param>
public sealed record StartPreview(string Id, PlanLookup Plan, IReadOnlyList<PlacedWarning> Warnings)
{
    /// <summary>The reports that wait for no other: their letters go out first.</summary>
    public IEnumerable<ReportType> First =>
        Plan.Plan.ReportTypes.Where(type => type.After.Count == 0);
}
