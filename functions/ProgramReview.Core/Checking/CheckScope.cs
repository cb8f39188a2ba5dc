using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking;

/// <summary>A part of an assignment, before anything came.</summary>
/// <param name="Plan">The plan in force.</param>
/// <param name="Assignment">Whose report it is.</param>
/// <param name="Part">What is asked.</param>
internal sealed record CheckScope(PlanLookup Plan, AssignmentId Assignment, ReportPart Part)
{
    private readonly Lazy<AnnexDefinition> annex = new(() => AnnexDefinition.Of(Plan, Assignment));

    /// <summary>The data annex that is asked of the assignment.</summary>
    public AnnexDefinition Annex => annex.Value;

    /// <summary>Whether one of these formats is accepted.</summary>
    public bool Takes(params IReadOnlyList<FileFormat> formats) =>
        Part.Formats.Any(formats.Contains);
}
