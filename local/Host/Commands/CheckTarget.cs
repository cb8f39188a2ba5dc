using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Host.Commands;

/// <summary>Whose report files are checked as: an assignment, or a report type of which any body may be meant.</summary>
internal sealed class CheckTarget
{
    // What says something of the body that sends.
    private static readonly HashSet<string> OfBody =
    [
        "head-other-body",
        "annex-of-another",
        "annex-of-another-definition",
    ];

    private readonly AssignmentId assignment;
    private readonly bool isAnyBody;

    private CheckTarget(PlanLookup plan, AssignmentId assignment, bool isAnyBody)
    {
        Plan = plan;
        this.assignment = assignment;
        this.isAnyBody = isAnyBody;
    }

    /// <summary>The plan.</summary>
    public PlanLookup Plan { get; }

    /// <summary>The report type.</summary>
    public ReportType Type => Plan.ReportType(assignment.ReportType);

    /// <summary>What was named on the command line.</summary>
    /// <param name="path">The plan.</param>
    /// <param name="whose">An assignment's id, with or without the cycle, or a report type.</param>
    /// <exception cref="StartException">There is none.</exception>
    public static CheckTarget Of(string path, string whose)
    {
        var reading = PlanFiles.Read(path, TimeProvider.System.GetUtcNow());
        if (reading.Plan is not { } plan)
        {
            throw new StartException(
                $"The plan has faults: './review plan check {path}' names them."
            );
        }
        var lookup = new PlanLookup(plan);
        var exact = lookup.Assignments.FirstOrDefault(id =>
            id.ToString() == whose || $"{id.Body}.{id.ReportType}" == whose
        );
        var any = lookup.Assignments.FirstOrDefault(id => id.ReportType == whose);
        return exact is not null ? new CheckTarget(lookup, exact, isAnyBody: false)
            : any is not null ? new CheckTarget(lookup, any, isAnyBody: true)
            : throw new StartException(
                $"'{whose}' is no assignment and no report type of the plan; report types are {string.Join(", ", plan.ReportTypes.Select(type => type.Code))}."
            );
    }

    /// <summary>Whose report a file is checked as: of any body, that whose form it was written into.</summary>
    public AssignmentId For(FormMark? form) =>
        isAnyBody
        && Plan.Assignments.FirstOrDefault(id =>
            id.ReportType == assignment.ReportType && id.ToString() == form?.Assignment
        )
            is { } made
            ? made
            : assignment;

    /// <summary>The part that is named, or else the first that takes the format.</summary>
    /// <exception cref="StartException">The report has no such part.</exception>
    public ReportPart PartFor(string? code, FileFormat? format) =>
        code is not null
            ? Type.FindPart(code)
                ?? throw new StartException(
                    $"The report has no part '{code}'; its parts are {string.Join(", ", ReportPart.Of(Type).Select(part => part.Code))}."
                )
            : ReportPart
                .Of(Type)
                .FirstOrDefault(part => format is { } known && part.Formats.Contains(known))
                ?? ReportPart.Of(Type)[0];

    /// <summary>The findings that can be true of whoever may be meant.</summary>
    public IReadOnlyList<Finding> Saying(IReadOnlyList<Finding> findings, AssignmentId checkedAs) =>
        isAnyBody && checkedAs == assignment
            ? [.. findings.Where(finding => !OfBody.Contains(finding.Code))]
            : findings;
}
