using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Local.Rehearsal.People.Forms;

namespace ProgramReview.Local.Rehearsal.People;

/// <summary>
/// Hands out the roles: chance puts the assignments in a row, and the shares of the profile cut it, so that there are as many of each kind
/// as the profile says, whatever the seed. The report that heads the dossier is never left out.
/// </summary>
internal sealed class Casting
{
    private readonly Dictionary<AssignmentId, Role> roles = [];
    private readonly HashSet<AssignmentId> wrongFirst = [];
    private readonly HashSet<AssignmentId> careless = [];

    public Casting(PlanLookup plan, UnitHabits habits, int seed)
    {
        var row = plan
            .Assignments.Where(id => id.ReportType != plan.Plan.ConsolidatedReport)
            .OrderBy(id => new Chance(seed, $"role {id}").Next())
            .ToList();
        foreach (var (place, id) in row.Index())
        {
            var share = (place + 0.5) / row.Count;
            roles[id] =
                share < habits.Never ? Role.Never
                : share < habits.Never + habits.Late ? Role.Late
                : share < habits.Never + habits.Late + habits.AsksExtension ? Role.AsksExtension
                : Role.OnTime;
            // Counted from the other end, so that those who send on time come first.
            if (1 - share < habits.WrongFirst)
            {
                wrongFirst.Add(id);
            }
        }
        careless.UnionWith(
            row.OrderBy(id => new Chance(seed, $"care {id}").Next())
                .Take((int)Math.Round(habits.Careless * row.Count))
        );
    }

    public Role RoleOf(AssignmentId assignment) => roles.GetValueOrDefault(assignment, Role.OnTime);

    public Care CareOf(AssignmentId assignment) =>
        careless.Contains(assignment) ? Care.Little : Care.Full;

    public bool SendsWrongFirst(AssignmentId assignment) => wrongFirst.Contains(assignment);
}
