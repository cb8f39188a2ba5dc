using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Rendering;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Watch;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Local.Engine;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Workflow.Tests;

/// <summary>Drives one cycle day by day, as people and the clock would; every orchestration replays from the start at each step.</summary>
internal sealed partial class Scenario : IAsyncDisposable
{
    public static readonly SampleFile Report = SampleFile.Report("report.pdf", "Report");
    public static readonly SampleFile Photo = SampleFile.Photo("report.pdf");

    private Scenario(
        Plan plan,
        Action<IServiceCollection>? services = null,
        Func<string, string, Func<Task<object?>>, Task<object?>>? activities = null
    )
    {
        Plan = new PlanLookup(plan);
        World = World.Create(
            plan.Opens,
            cacheInstances: false,
            all =>
            {
                Configure(all);
                services?.Invoke(all);
            },
            engine: activities is null ? null : new EngineOptions { WrapActivity = activities }
        );
    }

    public World World { get; }

    public PageDriver Pages => World.Get<PageDriver>();

    public PlanLookup Plan { get; }

    public Faults Faults { get; } = new();

    public CycleId Cycle => Plan.Plan.Cycle;

    public AssignmentId Alpha => new(Cycle, "alpha", "r1");

    public AssignmentId Beta => new(Cycle, "beta", "r1");

    public AssignmentId Gamma => new(Cycle, "gamma", "r1");

    public AssignmentId Consolidated => new(Cycle, "office", "r2");

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public DateTimeOffset Now => World.Clock.GetUtcNow();

    /// <summary>Nothing has been started.</summary>
    public static Scenario Create(
        Func<string, string, Func<Task<object?>>, Task<object?>>? activities = null,
        Func<Plan, Plan>? change = null
    ) => new(change?.Invoke(Plans.Small()) ?? Plans.Small(), activities: activities);

    /// <summary>The cycle is started at its opening instant, and the first mails are out.</summary>
    public static async Task<Scenario> StartAsync(
        Action<Faults>? faults = null,
        Func<Plan, Plan>? change = null,
        Action<IServiceCollection>? services = null,
        Func<string, string, Func<Task<object?>>, Task<object?>>? activities = null
    )
    {
        var plan = Plans.Small();
        var scenario = new Scenario(change?.Invoke(plan) ?? plan, services, activities);
        faults?.Invoke(scenario.Faults);
        await scenario.StartCycleAsync("tester");
        await scenario.SettleAsync();
        return scenario;
    }

    public async Task<Recorded> StartCycleAsync(string by) =>
        (await Pages.StartAsync(Plan.Plan, new StartOrder(by, "a test"), Cancel)).Started!;

    /// <summary>An instant counted from the opening of the cycle.</summary>
    public DateTimeOffset Day(double days) => Plan.Plan.Opens.AddDays(days);

    public async Task<IReadOnlyList<string>> LiveInstancesAsync()
    {
        var live = new List<string>();
        await foreach (var instance in World.Client.GetAllInstancesAsync())
        {
            if (!instance.IsCompleted)
            {
                live.Add(instance.InstanceId);
            }
        }
        return live;
    }

    public Task SettleAsync() => World.SettleAsync(Cancel);

    /// <summary>Goes forward from one planned instant to the next.</summary>
    public async Task ToAsync(DateTimeOffset instant)
    {
        await SettleAsync();
        while (World.Engine.NextDue is { } due && due <= instant)
        {
            World.Clock.AdvanceTo(due > Now ? due : Now);
            await SettleAsync();
        }
        World.Clock.AdvanceTo(instant);
    }

    public Task ToDayAsync(double days) => ToAsync(Day(days));

    public async Task ReconcileAsync()
    {
        await World.Get<Reconciler>().LookAsync(World.Client, Cancel);
        await SettleAsync();
    }

    /// <summary>Looks as the timer does, which notes when it could not.</summary>
    public async Task LookAsync(HealthWatch health, bool isPastDue = false)
    {
        await health.WatchAsync(
            isPastDue,
            () => World.Get<Reconciler>().LookAsync(World.Client, Cancel),
            Cancel
        );
        await SettleAsync();
    }

    /// <summary>One whose first round is open, with other rules.</summary>
    public static async Task<Scenario> InApprovalAsync(Func<ApprovalPlan, ApprovalPlan> rules)
    {
        var scenario = await StartAsync(change: plan =>
            plan with
            {
                Approval = rules(plan.Approval),
            }
        );
        await scenario.ReachApprovalAsync();
        return scenario;
    }

    /// <summary>Three reports and the consolidated one in good time; the first round is open afterwards, on day 14.</summary>
    public async Task ReachApprovalAsync(params AssignmentId[] missing)
    {
        foreach (var assignment in new[] { Alpha, Beta, Gamma }.Except(missing))
        {
            await UploadAsync(assignment);
        }
        await ToDayAsync(9);
        await UploadAsync(Consolidated);
        await ToDayAsync(14);
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private void Configure(IServiceCollection services)
    {
        services.AddSingleton<IContentReader, MarkReader>();
        // Documents take longer than all else; what is about them asks for them.
        services.RemoveAll<IDossierRenderer>();
        services.AddSingleton<IMailSender>(provider =>
            provider.GetRequiredService<RecordingMailSender>()
        );
        Faults.Watch<IMailSender>(services);
        Faults.Watch<IEventStore>(services);
        Faults.Watch<IOutbox>(services);
        Faults.Watch<IContactStore>(services);
        Faults.Watch<ILinkStore>(services);
        Faults.Watch<ICycleIndex>(services);
        Faults.Watch<IAssignmentIndex>(services);
        Faults.Watch<IFigureStore>(services);
        Faults.Watch<IPermissionIndex>(services);
    }
}
