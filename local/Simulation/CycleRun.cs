using System.Globalization;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Entropy;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Receipts;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Local.Engine;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal;
using ProgramReview.Local.Simulation.Chance;
using ProgramReview.Local.Simulation.People;
using ProgramReview.Local.Simulation.Ports;
using ProgramReview.Local.Simulation.Truth;

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
    private readonly Mishaps mishaps;
    private readonly Crash crash = new();
    private readonly Line line;
    private readonly Secrets secrets = new();
    private readonly Diary diary;
    private readonly MortalStore store;
    private readonly SeededEntropy entropy;
    private readonly InMemoryEventStore record = new();
    private readonly InMemoryOutbox outbox = new();
    private readonly InMemoryContactStore contacts = new();
    private readonly InMemoryDocumentStore documents = new();
    private readonly InMemorySubmissionStore submissions;
    private readonly List<string> surprises = [];
    private readonly Action<IServiceCollection> ports;
    private readonly WakeSignal signal;
    private World world;
    private long ordered;
    private long named;

    /// <param name="seed">Decides everything.</param>
    /// <param name="without">Mishaps and acts that are left out, by name.</param>
    /// <param name="isTraced">Whether what happens is written down for people.</param>
    /// <param name="sabotage">Plants a bug among the services, to see whether it is found.</param>
    public CycleRun(
        long seed,
        IReadOnlySet<string> without,
        bool isTraced,
        Action<IServiceCollection>? sabotage = null
    )
    {
        this.without = without;
        trace = isTraced ? [] : null;
        dice = new Dice(seed);
        Plan = SmallPlan.Of(dice);
        Clock = new VirtualClock(SmallPlan.Opens);
        Ledger = new Ledger(Clock);
        diary = new Diary(dice, without);
        mishaps = new Mishaps(
            dice,
            Clock,
            SmallPlan.Opens + (LongestCalm * dice.Of("calm")),
            without
        )
        {
            Noted = name => Note($"MISHAP {name}"),
        };
        line = new Line(mishaps, crash, Clock, Ledger) { CutIn = CutInAsync };
        store = new MortalStore(new MemoryEngineStore(), mishaps, crash, secrets);
        entropy = new SeededEntropy((int)seed);
        submissions = new InMemorySubmissionStore(
            Clock,
            entropy,
            Options.Create(new InMemoryOptions())
        );
        signal = new WakeSignal(mishaps, line, DeliverBlobCreated);
        ports = Behind(new ScannedLogs(secrets)) + sabotage;
        world = Begin();
    }

    /// <summary>The plan.</summary>
    public PlanLookup Plan { get; }

    /// <summary>The clock.</summary>
    public VirtualClock Clock { get; }

    /// <summary>What really happened.</summary>
    public Ledger Ledger { get; }

    /// <summary>Everything that went wrong, by name.</summary>
    public IReadOnlyList<string> Struck => mishaps.Struck;

    /// <summary>Everything people set out to do, by name.</summary>
    public IReadOnlyList<string> Acts => diary.Acts;

    /// <summary>What happened, for people to read; empty unless asked for.</summary>
    public IReadOnlyList<string> Trace => trace ?? [];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await world.DisposeAsync();
        crash.Dispose();
    }

    /// <summary>All that lives outside the code: it outlasts every process.</summary>
    private Action<IServiceCollection> Behind(ILoggerFactory logs)
    {
        var lined = (
            Record: new LinedRecord(record, line, OnRecord),
            Index: new LinedIndex(new InMemoryCycleIndex(), line),
            Outbox: new LinedOutbox(outbox, line, Ledger),
            Links: new LinedLinks(new InMemoryLinkStore(), line),
            Contacts: new LinedContacts(contacts, line),
            Documents: new LinedDocuments(documents, line),
            Permissions: new LinedPermissions(new InMemoryPermissionIndex(), line),
            Submissions: new LinedSubmissions(submissions, line, Committed),
            Signer: new LinedSigner(new RehearsalReceiptSigner(), line),
            Post: new Post(mishaps, line, Ledger, secrets, outbox, HolderOfAsync, Deliver)
        );
        return services =>
            services
                .AddSingleton(logs)
                .AddSingleton<IEntropy>(entropy)
                .AddSingleton<IEventStore>(lined.Record)
                .AddSingleton<ICycleIndex>(lined.Index)
                .AddSingleton<IOutbox>(lined.Outbox)
                .AddSingleton<ILinkStore>(lined.Links)
                .AddSingleton<IContactStore>(lined.Contacts)
                .AddSingleton<IDocumentStore>(lined.Documents)
                .AddSingleton<IPermissionIndex>(lined.Permissions)
                .AddSingleton<ISubmissionStore>(lined.Submissions)
                .AddSingleton<IReceiptSigner>(lined.Signer)
                .AddSingleton<IBlobCreatedQueue>(signal)
                .AddSingleton<IMailSender>(lined.Post);
    }

    /// <summary>A process begins: all code objects are new.</summary>
    private World Begin() =>
        World.Create(
            SmallPlan.Opens,
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
                WrapClient = client => new ForgetfulClient(client, mishaps, line, WakeLater),
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
        Ledger.Appended(entry);
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
                $"{(Clock.GetUtcNow() - SmallPlan.Opens).TotalDays, 8:0.0000}  {what}"
            )
        );

    private DurableTaskClient Client => world.Client;
}
