using System.Globalization;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Checking.Scanning;
using ProgramReview.Functions.Entropy;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Receipts;
using ProgramReview.Functions.Rendering;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Local.Engine;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal;
using ProgramReview.Local.Rehearsal.People.Forms;
using ProgramReview.Local.Simulation.Faults;
using ProgramReview.Local.Simulation.Oracles;

namespace ProgramReview.Local.Simulation;

/// <summary>
/// One whole cycle of one seed: the live product in a world in which clock, order, storage, mail and people follow the seed, and in which things go wrong
/// until the calm.
/// </summary>
internal sealed partial class CycleRun : IAsyncDisposable
{
    private static readonly TimeSpan LongestCalm = TimeSpan.FromDays(45);

    private readonly IReadOnlySet<string> without;
    private readonly List<string>? trace;
    private readonly Dice dice;
    private readonly FaultInjection faults;
    private readonly Crash crash = new();
    private readonly FaultyConnection connection;
    private readonly Secrets secrets = new();
    private readonly ActionSchedule schedule;
    private readonly CrashingStore store;
    private readonly SeededEntropy entropy;
    private readonly InMemoryEventStore record = new();
    private readonly InMemoryOutbox outbox = new();
    private readonly InMemoryAssignmentIndex index = new();
    private readonly InMemoryFigureStore figures = new();
    private readonly InMemoryContactStore contacts = new();
    private readonly InMemoryDocumentStore documents = new();
    private readonly InMemorySubmissionStore submissions;
    private readonly FormDesk desk;
    private readonly InMemoryMalwareScanner scanner = new();
    private readonly List<string> surprises = [];
    private readonly Action<IServiceCollection> ports;
    private readonly FaultyBlobCreatedQueue blobCreated;
    private readonly FaultyCheckQueue checks;
    private World world;
    private long ordered;
    private long named;

    /// <param name="seed">Decides everything.</param>
    /// <param name="without">FaultInjection and acts that are left out, by name.</param>
    /// <param name="isTraced">Whether what happens is written down for people.</param>
    /// <param name="sabotage">Plants a bug among the services, to see whether it is found.</param>
    /// <param name="reads">Whether anybody looks at what files hold; only measurements leave it out.</param>
    public CycleRun(
        long seed,
        IReadOnlySet<string> without,
        bool isTraced,
        Action<IServiceCollection>? sabotage = null,
        bool reads = true
    )
    {
        this.without = without;
        trace = isTraced ? [] : null;
        dice = new Dice(seed);
        (Plan, desk) = SimulatedPlan.Of(dice);
        Plan = reads ? Plan : Unread.Plan(Plan);
        Clock = new VirtualClock(SimulatedPlan.Opens);
        scanner.Mode = dice.One(
            "scanning",
            ScanMode.None,
            ScanMode.None,
            ScanMode.OnRequest,
            ScanMode.ByEvent
        );
        Oracle = new Oracle(Clock) { IsScanned = scanner.Mode != ScanMode.None };
        schedule = new ActionSchedule(dice, without);
        faults = new FaultInjection(
            dice,
            Clock,
            SimulatedPlan.Opens + (LongestCalm * dice.Of("calm")),
            without
        )
        {
            Noted = name => Note($"FAULT {name}"),
        };
        connection = new FaultyConnection(faults, crash, Clock, Oracle) { CutIn = CutInAsync };
        store = new CrashingStore(new MemoryEngineStore(), faults, crash, secrets);
        entropy = new SeededEntropy((int)seed);
        submissions = new InMemorySubmissionStore(
            Clock,
            entropy,
            Options.Create(new InMemoryOptions())
        );
        blobCreated = new FaultyBlobCreatedQueue(connection, DeliverBlobCreated);
        checks = new FaultyCheckQueue(connection, DeliverCheck);
        ports = Behind(new ScannedLogs(secrets), reads) + sabotage;
        world = Begin();
    }

    /// <summary>The plan.</summary>
    public PlanLookup Plan { get; }

    /// <summary>The clock.</summary>
    public VirtualClock Clock { get; }

    /// <summary>What really happened.</summary>
    public Oracle Oracle { get; }

    /// <summary>Everything that went wrong, by name.</summary>
    public IReadOnlyList<string> Struck => faults.Struck;

    /// <summary>Everything people set out to do, by name.</summary>
    public IReadOnlyList<string> Acts => schedule.Acts;

    /// <summary>What happened, for people to read; empty unless asked for.</summary>
    public IReadOnlyList<string> Trace => trace ?? [];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await world.DisposeAsync();
        crash.Dispose();
    }

    /// <summary>All that lives outside the code: it outlasts every process.</summary>
    private Action<IServiceCollection> Behind(ILoggerFactory logs, bool reads)
    {
        var faulty = new FaultyPorts(connection, Oracle, OnRecord, Committed);
        ServiceDescriptor[] ports =
        [
            ServiceDescriptor.Singleton(logs),
            ServiceDescriptor.Singleton<IEntropy>(entropy),
            ServiceDescriptor.Singleton(faulty.Before<IEventStore>(record)),
            ServiceDescriptor.Singleton(faulty.Before<ICycleIndex>(new InMemoryCycleIndex())),
            ServiceDescriptor.Singleton(faulty.Before<IAssignmentIndex>(index)),
            ServiceDescriptor.Singleton(faulty.Before<IFigureStore>(figures)),
            ServiceDescriptor.Singleton(faulty.Before<IOutbox>(outbox)),
            ServiceDescriptor.Singleton(faulty.Before<ILinkStore>(new InMemoryLinkStore())),
            ServiceDescriptor.Singleton(faulty.Before<IContactStore>(contacts)),
            ServiceDescriptor.Singleton(faulty.Before<IDocumentStore>(documents)),
            ServiceDescriptor.Singleton(
                faulty.Before<IPermissionIndex>(new InMemoryPermissionIndex())
            ),
            ServiceDescriptor.Singleton(faulty.Before<ISubmissionStore>(submissions)),
            ServiceDescriptor.Singleton(
                faulty.Before<IReceiptSigner>(new RehearsalReceiptSigner())
            ),
            ServiceDescriptor.Singleton<IBlobCreatedQueue>(blobCreated),
            ServiceDescriptor.Singleton<ICheckQueue>(checks),
            ServiceDescriptor.Singleton<IMalwareScanner>(
                new FaultyMalwareScanner(scanner, connection)
            ),
            ServiceDescriptor.Singleton<IContentReader>(
                new FaultyContentReader(
                    reads
                        ? new ContentReader(World.Reading, NullLogger<ContentReader>.Instance)
                        : new Unread(),
                    connection,
                    crash,
                    Oracle
                )
            ),
            ServiceDescriptor.Singleton<IMailSender>(
                new FaultyMailSender(
                    faults,
                    connection,
                    Oracle,
                    secrets,
                    outbox,
                    HolderOfAsync,
                    Deliver
                )
            ),
        ];
        // Drawing takes longer than the cycle, least of all pages; archives of what there is are made all the same.
        var drawn = dice.Pick(8, "documents");
        return services =>
        {
            services.Add(ports);
            foreach (var form in services.Where(IsLeftOut).ToList())
            {
                services.Remove(form);
            }
        };

        bool IsLeftOut(ServiceDescriptor service) =>
            service.ServiceType == typeof(IDossierRenderer)
            && drawn > 0
            && (drawn > 3 || service.ImplementationType != typeof(HtmlRenderer));
    }

    /// <summary>A process begins: all code objects are new.</summary>
    private World Begin() =>
        World.Create(
            SimulatedPlan.Opens,
            cacheInstances: false,
            ports,
            store,
            Clock,
            new EngineOptions
            {
                Pick = without.Contains("order")
                    ? null
                    : count => dice.Pick(count, "order", ordered++),
                NewId = () => new Guid((int)++named, 0, 0, new byte[8]),
                WrapClient = client => new FaultyClient(client, connection, WakeLater),
            }
        );

    /// <summary>After a crash the engine takes up what was durable; now and then the whole program is a new one.</summary>
    private async Task RestartAsync(bool isDeployment)
    {
        crash.Revive();
        Note(isDeployment ? "a new version is deployed" : "the process starts again");
        if (isDeployment || dice.Says(0.3, "new process", ordered))
        {
            await world.DisposeAsync();
            world = Begin();
        }
        else
        {
            await world.ReopenAsync(store);
        }
    }

    private void OnRecord(Core.Events.Entry entry)
    {
        Oracle.Appended(entry);
        if (trace is not null)
        {
            Note(
                $"  on record in {entry.Stream}: {entry.Body[..Math.Min(entry.Body.Length, 160)]}"
            );
        }
    }

    private void Note(string what) =>
        trace?.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(Clock.GetUtcNow() - SimulatedPlan.Opens).TotalDays, 8:0.0000}  {what}"
            )
        );

    private DurableTaskClient Client => world.Client;

    private PageDriver Pages => world.Get<PageDriver>();
}
