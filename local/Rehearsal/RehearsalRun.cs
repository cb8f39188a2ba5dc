using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Rendering;
using ProgramReview.Local.Engine;
using ProgramReview.Local.Rehearsal.People;
using ProgramReview.Local.Rehearsal.Reporting;

namespace ProgramReview.Local.Rehearsal;

/// <summary>Plays one plan once, in a world of its own that forgets what nobody will ask for.</summary>
public static class RehearsalRun
{
    /// <summary>Plays it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="profile">How people behave.</param>
    /// <param name="seed">What all chance begins with.</param>
    /// <param name="inFull">Whether the report names every mail and timer, and tells every step.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="reads">Whether anybody looks at what files hold; only measurements leave it out.</param>
    /// <param name="then">What else is to be done with the world once the cycle is over; without it no documents are drawn.</param>
    public static async Task<RehearsalReport> PlayAsync(
        PlanLookup plan,
        Profile profile,
        int seed,
        bool inFull,
        CancellationToken cancellation,
        bool reads = true,
        Func<World, Task>? then = null
    )
    {
        var store = new ForgetfulEngineStore(inFull);
        plan = reads ? plan : Unread.Plan(plan);
        await using var world = World.Create(
            plan.Plan.Opens,
            configure: services =>
            {
                if (!reads)
                {
                    services.AddSingleton<IContentReader, Unread>();
                }
                // Documents take longer than all else; who wants them asks for them.
                if (then is null)
                {
                    services.RemoveAll<IDossierRenderer>();
                }
            },
            store: store,
            seed: seed
        );
        var report = await new Rehearsal(world, plan, profile, seed, inFull).RunAsync(cancellation);
        await (then?.Invoke(world) ?? Task.CompletedTask);
        return report with
        {
            Timers =
            [
                .. store.Timers.Select(timer => new SetTimer(
                    timer.Instance,
                    TimeZoneInfo.ConvertTime(timer.Due, plan.Zone)
                )),
            ],
        };
    }
}
