using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Local.Host;
using ProgramReview.Local.Host.Commands;
using ProgramReview.Local.Host.Mailbox;
using ProgramReview.Local.Host.Simulation;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Host.Tests.BothWays;

/// <summary>
/// One small cycle, played by the same people on a virtual clock in memory, and by a clock as fast as the work allows with the engine on SQLite,
/// storage in Azurite and mail over SMTP. What a rehearsal shows is what happens, and when.
/// </summary>
public sealed class BothWaysTests(MailDev mail) : IClassFixture<MailDev>
{
    private const double Speed = 8_640_000;

    // Whoever is rung a moment before what it waits for has ended looks again: after five seconds as a rule, within two minutes always.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    private static readonly Profile Profile = new()
    {
        Name = "both ways",
        Units = new()
        {
            Never = 0,
            Late = 0.5,
            WrongFirst = 0,
            Careless = 0,
            AsksExtension = 0,
            OfficeHours = false,
            Opens = new(0.5, 0.5),
            Sends = new(0.25, 0.25),
            SendsLate = new(0.5, 0.5),
        },
        Approvers = new()
        {
            OfficeHours = false,
            RoundsOfChanges = 0,
            Decides = new(0.4, 0.6),
        },
    };

    [Fact]
    public async Task A_cycle_is_the_same_on_a_virtual_clock_in_memory_and_on_a_fast_clock_on_servers()
    {
        mail.Require();
        var plan = new PlanLookup(BothWaysPlan.Plan);

        var rehearsed = await RehearseAsync(plan);
        var lived = await LiveAsync(plan);

        Assert.All(
            rehearsed.Keys,
            stream =>
            {
                var (here, there) = (InOrder(rehearsed[stream]), InOrder(lived[stream]));
                Assert.Equal(here.Select(Words), there.Select(Words));
                Assert.All(
                    here.Zip(there),
                    pair => AssertTogether(pair.First.RecordedAt, pair.Second.RecordedAt)
                );
            }
        );
        Assert.Contains(
            rehearsed.Values.SelectMany(entries => entries),
            entry => entry.Event is CycleEvent.Published
        );
    }

    // Letters and checks go their ways beside the process: which of them is on record first is chance.
    private static IReadOnlyList<Entry> InOrder(IEnumerable<Entry> entries)
    {
        var beside = entries.ToLookup(entry =>
            entry.Event is AssignmentEvent.Mailed or AssignmentEvent.Checked
        );
        return [.. beside[false], .. beside[true].OrderBy(Words, StringComparer.Ordinal)];
    }

    // Until the cycle opens the clock of the servers is real.
    private static void AssertTogether(DateTimeOffset rehearsed, DateTimeOffset lived) =>
        Assert.InRange(
            lived,
            rehearsed,
            rehearsed < BothWaysPlan.Opens ? BothWaysPlan.Opens : rehearsed + Tolerance
        );

    // What happened, with the instants that were planned; those that were observed are compared apart.
    private static string Words(Entry entry) =>
        entry.Event switch
        {
            AssignmentEvent.Opened opened => $"opened {opened.Window} {opened.Due} {opened.Closes}",
            AssignmentEvent.SubmissionRecorded { Submission: var one } =>
                $"submission {one.Sha256} {one.Judgement.Verdict} {one.Judgement.Committed:O} {one.Judgement.Due} {one.Judgement.Closes} {one.IsAcceptable}",
            AssignmentEvent.Mailed mailed => $"{mailed.Kind} to {mailed.Person}",
            AssignmentEvent.WindowEnded ended => $"ended {ended.Outcome}",
            CycleEvent.Decided decided => $"{decided.Approver} {decided.Verdict}",
            CycleEvent.RoundEnded ended => $"round {ended.Outcome}",
            CycleEvent.Mailed mailed => $"{mailed.Kind} to {mailed.Person}",
            var @event => @event.GetType().Name,
        };

    private static async Task<Dictionary<StreamId, IReadOnlyList<Entry>>> RehearseAsync(
        PlanLookup plan
    )
    {
        await using var world = World.Create(BothWaysPlan.ClockStart);
        var report = await new Rehearsal(world, plan, Profile).RunAsync(CancellationToken.None);
        Assert.True(report.EndedAsPlanned);
        return await ReadAsync(world.Get<InMemoryEventStore>(), plan);
    }

    private async Task<Dictionary<StreamId, IReadOnlyList<Entry>>> LiveAsync(PlanLookup plan)
    {
        var folder = Directory.CreateTempSubdirectory("both-ways-");
        try
        {
            var product = new SmtpProduct(mail, BothWaysPlan.ClockStart);
            var options = new UpOptions(
                FreePort.Take(),
                folder.FullName,
                Speed: 1,
                Fresh: false,
                Repository.Root
            );
            await using var system = await LocalSystem.StartAsync(
                product,
                options,
                CancellationToken.None
            );
            return await PlayAsync(system, plan);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Dictionary<StreamId, IReadOnlyList<Entry>>> PlayAsync(
        LocalSystem system,
        PlanLookup plan
    )
    {
        using var http = new HttpClient
        {
            BaseAddress = system.Host.Address,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var record = system.Host.Services.GetRequiredService<IEventStore>();
        using var people = new PeopleAtWork(
            system,
            new PlayedPeople(new Cast(plan, Profile)),
            new HttpActs(http)
        );
        await system
            .Host.Services.GetRequiredService<CycleStarter>()
            .StartAsync(
                system.Host.Services.GetRequiredService<IWorkflowEngine>().Client,
                plan.Plan,
                new StartOrder("rehearsal", "A rehearsal."),
                CancellationToken.None
            );
        system.Clock.SetSpeed(Speed);
        await people.PlayAsync(
            () => system.Mails.List().Any(IsFarewell),
            TestContext.Current.CancellationToken
        );
        return await ReadAsync(system.Host.Services.GetRequiredService<IEventStore>(), plan);
    }

    // The last of all is the mail to operations that the dossier is published.
    private static bool IsFarewell(StoredMail mail) =>
        mail.Id.EndsWith("~published~operations", StringComparison.Ordinal);

    private static async Task<Dictionary<StreamId, IReadOnlyList<Entry>>> ReadAsync(
        IEventStore record,
        PlanLookup plan
    )
    {
        var streams = new Dictionary<StreamId, IReadOnlyList<Entry>>();
        foreach (
            var stream in plan.Assignments.Select(id => id.Stream).Append(plan.Plan.Cycle.Stream)
        )
        {
            // Anchors are set by the machine's hours, not by the plan's.
            streams[stream] =
            [
                .. (await record.ReadAsync(stream, CancellationToken.None)).Where(entry =>
                    entry.Event is not CycleEvent.Anchored
                ),
            ];
        }
        return streams;
    }
}
