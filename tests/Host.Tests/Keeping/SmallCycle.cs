using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Hosting;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Watch;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal;
using ProgramReview.Local.Rehearsal.People;
using ProgramReview.Local.Rehearsal.Plans;

namespace ProgramReview.Host.Tests.Keeping;

/// <summary>A small cycle led by a test on a virtual clock: in memory, or on storage that was restored.</summary>
internal sealed class SmallCycle : IAsyncDisposable
{
    public static readonly CycleId Id = new("small");
    public static readonly AssignmentId Alpha = new(Id, "alpha", "r1");
    public static readonly AssignmentId Beta = new(Id, "beta", "r1");
    public static readonly AssignmentId Gamma = new(Id, "gamma", "r1");

    private static readonly AssignmentId Consolidated = new(Id, "office", "r2");
    private static readonly SampleFile Report = SampleFile.Report("report.pdf", "Report");

    // Storage stamps blobs with the wall's time, and what is sent after the restore must be in time.
    private readonly DateTimeOffset opens;
    private readonly Dictionary<string, Uri> links;

    private SmallCycle(DateTimeOffset opens, World world, Dictionary<string, Uri> links) =>
        (this.opens, World, this.links) = (opens, world, links);

    public World World { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Begun in memory, with one report, a duty passed on twice, and one of those contacts erased.</summary>
    public static async Task<SmallCycle> BeginAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var opens = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        var cycle = new SmallCycle(
            opens,
            World.Create(opens, configure: services => Record(services)),
            []
        );
        await cycle
            .World.Get<PageDriver>()
            .StartAsync(SmallPlan.At(opens), new StartOrder("tester", "a test"), Cancel);
        await cycle.SettleAsync();
        await cycle.UploadAsync(Alpha);
        await cycle.PassOnAsync("beta-officer", "Thu", "press-1");
        await cycle.PassOnAsync("beta-officer-2", "An", "press-2");
        await cycle
            .World.Get<EraseHandler>()
            .RunAsync(
                (await cycle.World.Get<PageDriver>().FindAsync(Id, Cancel))!,
                "press-3",
                new("beta-officer-2", "Lan", "Asked to be forgotten"),
                Cancel
            );
        await cycle.SettleAsync();
        return cycle;
    }

    /// <summary>The same cycle on other storage: its clock, its links and its people go on.</summary>
    public SmallCycle On(string connection)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Storage:ConnectionString", connection)])
            .Build();
        return new SmallCycle(
            opens,
            World.Create(
                opens,
                configure: services =>
                {
                    Record(services.AddAzureStorage(configuration));
                    // Checked by whoever settles the cycle: no function listens to a queue here.
                    services.AddSingleton<ICheckQueue>(given =>
                        given.GetRequiredService<InMemoryCheckQueue>()
                    );
                },
                clock: World.Clock
            ),
            links
        );
    }

    public async Task UploadAsync(AssignmentId assignment)
    {
        var pages = World.Get<PageDriver>();
        var held =
            await pages.OpenAsync(LinkOf(assignment.ToString()), LinkPurpose.Upload, Cancel)
            ?? throw new InvalidOperationException($"The link about {assignment} does not open.");
        var granted = Assert.IsType<UploadPermission.Granted>(
            await pages.AskAsync(held, "report", Report, Channel.Form, Cancel)
        );
        await pages.SendFormAsync(granted, Report, Cancel);
        await SettleAsync();
    }

    public async Task ReconcileAsync()
    {
        await World
            .Get<HealthWatch>()
            .WatchAsync(
                isPastDue: false,
                () => World.Get<Reconciler>().LookAsync(World.Client, Cancel),
                Cancel
            );
        await SettleAsync();
    }

    /// <summary>Everybody sends and approves, and the dossier is published.</summary>
    public async Task FinishAsync()
    {
        await UploadAsync(Beta);
        await UploadAsync(Gamma);
        await ToDayAsync(9);
        await UploadAsync(Consolidated);
        await ToDayAsync(14);
        foreach (var approver in (string[])["first", "second"])
        {
            var pages = World.Get<PageDriver>();
            var state = (await pages.FindAsync(Id, Cancel))!.State;
            Assert.Null(
                await pages.DecideAsync(
                    Id,
                    new(1, state.Dossiers[1], approver, DecisionVerdict.Approve, "", []),
                    Cancel
                )
            );
            await SettleAsync();
        }
        await ToDayAsync(16);
    }

    /// <summary>Everybody but one sends, and a session about the dossier is recorded.</summary>
    /// <returns>The name of its minutes in storage.</returns>
    public async Task<string> MeetAsync()
    {
        await UploadAsync(Beta);
        await ToDayAsync(9);
        await UploadAsync(Consolidated);
        await ToDayAsync(14);
        var round = (await StateAsync()).CurrentRound!;
        var done = Assert.IsType<CommandAnswer.Done>(
            await World
                .Get<PageDriver>()
                .CommandAsync(
                    Id,
                    "session",
                    new Command.RecordMeeting(
                        round.Number,
                        round.DossierHash,
                        World.Clock.GetUtcNow(),
                        [new MeetingAnswer("first", DecisionVerdict.Approve)],
                        "minutes.pdf",
                        "Lan",
                        "Lan",
                        "In session"
                    ),
                    Report.Content.ToArray(),
                    Cancel
                )
        );
        await SettleAsync();
        return new MinutesName(
            Id,
            ((CycleEvent.MeetingRecorded)done.Entry.Event).Minutes
        ).ToString();
    }

    public async Task<CycleState> StateAsync() =>
        (await World.Get<PageDriver>().FindAsync(Id, Cancel))!.State;

    /// <summary>The export as a file.</summary>
    public Task<string> ExportAsync(AuditScope? scope = null) =>
        TextOf(World.Get<AuditExport>(), scope);

    public static async Task<string> TextOf(AuditExport export, AuditScope? scope = null)
    {
        using var file = new StringWriter();
        var lines = export.LinesAsync(Id, scope ?? AuditScope.Everything, Cancel);
        await AuditFile.WriteAsync(lines, file, Cancel);
        return file.ToString();
    }

    /// <summary>The status page as a viewer sees it, and the story of a report.</summary>
    public async Task<string> PagesAsync()
    {
        var running = (await World.Get<PageDriver>().FindAsync(Id, Cancel))!;
        var model = await World
            .Get<StatusView>()
            .ModelAsync(running, new DefaultHttpContext().Request, null, Cancel);
        return await World
            .Get<PageRenderer>()
            .RenderAsync<StatusPage>(model with { Commands = null });
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private static void Record(IServiceCollection services) =>
        services.AddSingleton<IMailSender>(provider =>
            provider.GetRequiredService<RecordingMailSender>()
        );

    private async Task PassOnAsync(string from, string to, string press)
    {
        Assert.IsType<CommandAnswer.Done>(
            await World
                .Get<PageDriver>()
                .CommandAsync(
                    Beta,
                    press,
                    new Command.Reassign(
                        from,
                        to,
                        $"{to.ToLowerInvariant()}@small.example",
                        Language.Vi,
                        "Minh",
                        "Moved"
                    ),
                    Cancel
                )
        );
        await SettleAsync();
    }

    private async Task ToDayAsync(int day)
    {
        var instant = opens.AddDays(day);
        await SettleAsync();
        while (World.Engine.NextDue is { } due && due <= instant)
        {
            World.Clock.AdvanceTo(due > World.Clock.GetUtcNow() ? due : World.Clock.GetUtcNow());
            await SettleAsync();
        }
        World.Clock.AdvanceTo(instant);
    }

    private async Task SettleAsync()
    {
        await World.SettleAsync(Cancel);
        foreach (var mail in World.Get<RecordingMailSender>().Sent)
        {
            if (new ReceivedMail(mail.Id, mail.Text) is { Link: { } link } received)
            {
                links[received.Subject] = link;
            }
        }
    }

    private Uri LinkOf(string subject) => links[subject];
}
