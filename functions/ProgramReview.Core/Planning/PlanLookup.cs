using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Planning;

/// <summary>A plan with the look-ups that pages, mails and orchestrations need; built once per plan.</summary>
public sealed class PlanLookup
{
    private readonly Dictionary<string, Body> bodies;
    private readonly Dictionary<string, ReportType> reportTypes;
    private readonly Dictionary<string, Person> people;
    private readonly Dictionary<string, AssignmentId> contacts;
    private readonly Dictionary<string, int> bodiesByAddress;
    private readonly Dictionary<string, Body> changed = [];
    private readonly Dictionary<string, Successor> successors = [];
    private readonly Dictionary<string, Person> seated = [];

    /// <summary>Indexes a valid plan.</summary>
    public PlanLookup(Plan plan)
    {
        Plan = plan;
        bodies = plan.Bodies.ToDictionary(body => body.Code);
        reportTypes = plan.ReportTypes.ToDictionary(type => type.Code);
        people = plan
            .Bodies.SelectMany(body => body.Contacts)
            .Concat(plan.Approval.Approvers)
            .Concat(DeputiesOf(plan))
            .Concat(plan.Auditors)
            .Append(plan.Operations)
            .DistinctBy(person => person.Id)
            .ToDictionary(person => person.Id);
        Assignments =
        [
            .. plan.ReportTypes.SelectMany(type =>
                type.OwedBy.Select(body => new AssignmentId(plan.Cycle, body, type.Code))
            ),
        ];
        contacts = FirstAssignments(plan);
        bodiesByAddress = plan
            .Bodies.SelectMany(body => body.Contacts.Select(person => person.Email).Distinct())
            .CountBy(address => address, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
        Zone = TimeZoneInfo.FindSystemTimeZoneById(plan.TimeZone);
    }

    // Shares what the plan says and lays what changed over it: a plan of thousands of bodies is not indexed again for one of them.
    private PlanLookup(
        PlanLookup origin,
        IEnumerable<Successor> successors,
        IEnumerable<Person> seated
    )
    {
        this.seated = seated.ToDictionary(person => person.Id);
        Plan = origin.Plan;
        bodies = origin.bodies;
        reportTypes = origin.reportTypes;
        people = origin.people;
        contacts = origin.contacts;
        bodiesByAddress = origin.bodiesByAddress;
        Assignments = origin.Assignments;
        Zone = origin.Zone;
        foreach (var successor in successors)
        {
            var body = Body(successor.Body);
            changed[body.Code] = body with
            {
                Contacts =
                [
                    .. body.Contacts.Select(person =>
                        person.Id == successor.From ? successor.Person : person
                    ),
                ],
            };
            this.successors[successor.Person.Id] = successor;
        }
    }

    /// <summary>The plan itself, as it was started with: whoever answers for a body by now, <see cref="Body"/> says.</summary>
    public Plan Plan { get; }

    /// <summary>Every report type owed by every body, report types in plan order.</summary>
    public IReadOnlyList<AssignmentId> Assignments { get; }

    /// <summary>Who reads what once the dossier is published.</summary>
    public PublicationPlan Publication => Plan.Publication ?? PublicationPlan.Unsaid;

    /// <summary>The zone all instants are shown in.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The same plan with other people in some places; former ones are still found by their ids.</summary>
    /// <param name="successors">In the order in which duties passed.</param>
    /// <param name="seated">Those whom operations put into seats of approvers.</param>
    public PlanLookup With(IEnumerable<Successor> successors, IEnumerable<Person>? seated = null) =>
        new(this, successors, seated ?? []);

    /// <summary>The body with this code, with the contacts of now.</summary>
    /// <exception cref="KeyNotFoundException">The plan has no such body.</exception>
    public Body Body(string code) => changed.GetValueOrDefault(code) ?? bodies[code];

    /// <summary>The report type with this code.</summary>
    /// <exception cref="KeyNotFoundException">The plan has no such report type.</exception>
    public ReportType ReportType(string code) => reportTypes[code];

    /// <summary>Whether the figures of a report type are of the programme as a whole.</summary>
    /// <exception cref="KeyNotFoundException">The plan has no such report type.</exception>
    public bool SpeaksForWhole(string reportType) =>
        reportType == Plan.ConsolidatedReport || ReportType(reportType).FiguresOfWhole;

    /// <summary>The sections of a report that are looked for in its files, in order; those without a code are only told.</summary>
    /// <exception cref="KeyNotFoundException">The plan has no such report type.</exception>
    public IReadOnlyList<OutlineSection> OutlineOf(string reportType) =>
        [.. ReportType(reportType).Outline.Where(section => section.Code is not null)];

    /// <summary>The person with this id, or null.</summary>
    public Person? FindPerson(string id) =>
        successors.TryGetValue(id, out var successor)
            ? successor.Person
            : seated.GetValueOrDefault(id) ?? people.GetValueOrDefault(id);

    /// <summary>Whether letters about several bodies reach a person's mailbox.</summary>
    public bool AnswersForSeveral(Person person) =>
        bodiesByAddress.GetValueOrDefault(person.Email)
            + successors.Values.Count(successor =>
                string.Equals(
                    successor.Person.Email,
                    person.Email,
                    StringComparison.OrdinalIgnoreCase
                )
            )
        > 1;

    /// <summary>The first assignment that a person is asked for as a contact; null for one who is asked for none, or who also approves, audits or operates.</summary>
    public AssignmentId? FirstAssignmentOf(string person) =>
        successors.TryGetValue(person, out var successor)
            ? Assignments.FirstOrDefault(assignment => assignment.Body == successor.Body)
            : contacts.GetValueOrDefault(person);

    private static IEnumerable<Person> DeputiesOf(Plan plan) =>
        (plan.Approval.Deputies ?? []).SelectMany(one => one.People);

    private Dictionary<string, AssignmentId> FirstAssignments(Plan plan)
    {
        var first = new Dictionary<string, AssignmentId>();
        foreach (var assignment in Assignments)
        {
            if (bodies.TryGetValue(assignment.Body, out var body))
            {
                foreach (var contact in body.Contacts)
                {
                    first.TryAdd(contact.Id, assignment);
                }
            }
        }
        foreach (
            var person in plan
                .Approval.Approvers.Concat(DeputiesOf(plan))
                .Concat(plan.Auditors)
                .Append(plan.Operations)
        )
        {
            first.Remove(person.Id);
        }
        return first;
    }
}
