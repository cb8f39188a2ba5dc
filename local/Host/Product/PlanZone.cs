using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Local.Host.Product;

/// <summary>The zone that the people of the plan in force live in; of several plans, that which opens last; UTC before there is one.</summary>
internal sealed class PlanZone(ICycleIndex index, Cycles cycles)
{
    private (int Cycles, TimeZoneInfo Zone) known = (0, TimeZoneInfo.Utc);

    /// <summary>Finds it; plans are read only when a cycle has been added.</summary>
    public async Task<TimeZoneInfo> FindAsync(CancellationToken cancellation)
    {
        var noted = await index.ListCyclesAsync(cancellation);
        if (noted.Count != known.Cycles)
        {
            var started = new List<RunningCycle>();
            foreach (var id in noted)
            {
                if (await cycles.FindAsync(id, cancellation) is { } cycle)
                {
                    started.Add(cycle);
                }
            }

            var zone = started.MaxBy(cycle => cycle.Plan.Plan.Opens)?.Plan.Zone;
            known = (started.Count, zone ?? TimeZoneInfo.Utc);
        }

        return known.Zone;
    }
}
