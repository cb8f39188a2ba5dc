using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Planning;

/// <summary>A plan with the look-ups that pages, mails and orchestrations need; built once per plan.</summary>
public sealed class PlanLookup
{
    private readonly Dictionary<string, Body> bodies;
    private readonly Dictionary<string, ReportType> reportTypes;
    private readonly Dictionary<string, Person> people;

    /// <summary>Indexes a valid plan.</summary>
    public PlanLookup(Plan plan)
    {
        Plan = plan;
        bodies = plan.Bodies.ToDictionary(body => body.Code);
        reportTypes = plan.ReportTypes.ToDictionary(type => type.Code);
        people = plan
            .Bodies.SelectMany(body => body.Contacts)
            .Concat(plan.Approval.Approvers)
            .Append(plan.Operations)
            .DistinctBy(person => person.Id)
            .ToDictionary(person => person.Id);
        Assignments =
        [
            .. plan.ReportTypes.SelectMany(type =>
                type.OwedBy.Select(body => new AssignmentId(plan.Cycle, body, type.Code))
            ),
        ];
        Zone = TimeZoneInfo.FindSystemTimeZoneById(plan.TimeZone);
    }

    /// <summary>The plan itself.</summary>
    public Plan Plan { get; }

    /// <summary>Every report type owed by every body, report types in plan order.</summary>
    public IReadOnlyList<AssignmentId> Assignments { get; }

    /// <summary>The zone all instants are shown in.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The body with this code.</summary>
    /// <exception cref="KeyNotFoundException">The plan has no such body.</exception>
    public Body Body(string code) => bodies[code];

    /// <summary>The report type with this code.</summary>
    /// <exception cref="KeyNotFoundException">The plan has no such report type.</exception>
    public ReportType ReportType(string code) => reportTypes[code];

    /// <summary>The person with this id, or null.</summary>
    public Person? FindPerson(string id) => people.GetValueOrDefault(id);
}
