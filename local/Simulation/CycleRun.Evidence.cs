using System.Security.Cryptography;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Uploading;
using ProgramReview.Local.Rehearsal;
using ProgramReview.Local.Rehearsal.Audit;

namespace ProgramReview.Local.Simulation;

/// <content>What is gathered when the run is over, past every line that could fail.</content>
internal sealed partial class CycleRun
{
    /// <summary>What the run left behind.</summary>
    public async Task<Evidence> GatherAsync()
    {
        if (crash.HasHappened)
        {
            await RestartAsync(isDeployment: true);
        }
        var assignments = Plan.Assignments.ToDictionary(id => id, id => (IReadOnlyList<Entry>)[]);
        foreach (var id in Plan.Assignments)
        {
            assignments[id] = await record.ReadAsync(id.Stream);
        }
        var cycle = await record.ReadAsync(SimulatedPlan.Cycle.Stream);
        var dossiers = await DossiersAsync(Read(cycle));
        return new Evidence
        {
            Plan = Plan,
            Oracle = Oracle,
            Calm = faults.Calm,
            Assignments = assignments.ToDictionary(pair => pair.Key, pair => Read(pair.Value)),
            Cycle = Read(cycle),
            PastCycle = Read(await record.ReadAsync(SimulatedPlan.PastCycle.Stream)),
            Streams = [.. assignments.Values, cycle],
            Mails = await outbox.ListAsync(SimulatedPlan.Cycle).ToListAsync(),
            Dossiers = dossiers,
            Figures = await FiguresAsync(dossiers),
            Audit = await AuditAsync(),
            Index = await IndexAsync(),
            Files = await FilesAsync(),
            KeptUnsent = await KeptUnsentAsync(),
            Unfinished = await UnfinishedAsync(),
            Leaks = [.. secrets.Leaks, .. await LeaksAsync(assignments.Values.Append(cycle))],
            Surprises = surprises,
        };
    }

    private static IReadOnlyList<Evidence.Line> Read(IReadOnlyList<Entry> entries) =>
        [.. entries.Select(entry => new Evidence.Line(entry, entry.Event))];

    private async Task<Dictionary<int, LeftDossier?>> DossiersAsync(
        IReadOnlyList<Evidence.Line> cycle
    )
    {
        var dossiers = new Dictionary<int, LeftDossier?>();
        foreach (
            var compiled in cycle.Select(line => line.Event).OfType<CycleEvent.DossierCompiled>()
        )
        {
            dossiers[compiled.Round] = await DossierAsync(compiled.DossierHash);
        }
        return dossiers;
    }

    private async Task<LeftDossier?> DossierAsync(string hash)
    {
        if (await SoundAsync(hash) is not { } manifest)
        {
            return null;
        }
        var root = Dossier.FromManifest(manifest.Span);
        var reports = new List<DossierReport>();
        foreach (var piece in root.Pieces)
        {
            if (await SoundAsync(piece.Hash) is not { } document)
            {
                return null;
            }
            reports.AddRange(DossierPiece.FromBytes(document.Span).Reports);
        }
        return new LeftDossier(root, reports);
    }

    // Null for what is not there, or is not what its name says.
    private async Task<ReadOnlyMemory<byte>?> SoundAsync(string hash) =>
        await documents.FindAsync($"dossiers/{SimulatedPlan.Cycle}/{hash}.json") is { } found
        && Dossier.HashOf(found.Content.Span) == hash
            ? found.Content
            : null;

    private async Task<Dictionary<int, LeftFigures>> FiguresAsync(
        Dictionary<int, LeftDossier?> dossiers
    )
    {
        await using var sound = Sound();
        var (records, contents) = (sound.Get<FigureRecords>(), sound.Get<ContentFactsStore>());
        var figures = new Dictionary<int, LeftFigures>();
        foreach (var (round, dossier) in dossiers)
        {
            if (dossier?.Figures is not { } root)
            {
                continue;
            }
            var nodes = new Dictionary<string, FigureNode>();
            var open = new Stack<string>([root]);
            while (open.TryPop(out var hash))
            {
                if (await FindAsync(hash) is { } node && nodes.TryAdd(hash, node))
                {
                    foreach (var child in node.Children)
                    {
                        open.Push(child.Hash);
                    }
                }
            }
            var annexes = new Dictionary<AssignmentId, AnnexFacts>();
            foreach (var report in dossier.Reports)
            {
                foreach (var part in report.Parts)
                {
                    if (
                        part.Counting is { } counting
                        && await contents.FindNewestAsync(
                            report.Assignment,
                            counting.Sha256,
                            CancellationToken.None
                        )
                            is { Annex: { } annex }
                    )
                    {
                        annexes[report.Assignment] = annex;
                    }
                }
            }
            figures[round] = new(nodes.GetValueOrDefault(root), nodes, annexes);
        }
        return figures;

        async Task<FigureNode?> FindAsync(string hash) =>
            await documents.FindAsync(FigureRecords.NameOf(SimulatedPlan.Cycle, hash)) is null
                ? null
                : await records.GetAsync(SimulatedPlan.Cycle, hash, CancellationToken.None);
    }

    private World Sound() =>
        World.Create(
            SimulatedPlan.Opens,
            configure: services =>
                services
                    .AddSingleton<IEventStore>(record)
                    .AddSingleton<IContactStore>(contacts)
                    .AddSingleton<IDocumentStore>(documents)
                    .AddSingleton<IAssignmentIndex>(index)
                    .AddSingleton<IFigureStore>(figures)
                    .AddSingleton<ISubmissionStore>(submissions),
            clock: Clock
        );

    /// <summary>What an auditor finds, over a connection without faults.</summary>
    private async Task<AuditReport> AuditAsync()
    {
        await using var sound = Sound();
        var lines = sound.Get<AuditExport>().LinesAsync(SimulatedPlan.Cycle, AuditScope.Everything);
        return await AuditCheck.VerifyAsync(lines, heads: []);
    }

    private async Task<Dictionary<string, string>> FilesAsync()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var upload in Oracle.Uploads)
        {
            await using var content = await submissions.OpenAsync(upload.BlobName);
            files[upload.BlobName] = Convert.ToHexStringLower(await SHA256.HashDataAsync(content));
        }
        return files;
    }

    private async Task<IReadOnlySet<string>> KeptUnsentAsync()
    {
        await using var sound = Sound();
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Oracle.Unsent)
        {
            var facts = await sound
                .Get<ContentFactsStore>()
                .FindAsync(file.Assignment, file.Sha256, CancellationToken.None);
            if (facts is not null)
            {
                kept.Add(file.Sha256);
            }
        }
        return kept;
    }

    private async Task<List<string>> UnfinishedAsync()
    {
        var unfinished = new List<string>();
        var query = new OrchestrationQuery { FetchInputsAndOutputs = true };
        await foreach (var instance in Client.GetAllInstancesAsync(query))
        {
            if (instance.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
            {
                unfinished.Add(
                    $"{instance.InstanceId} is {instance.RuntimeStatus}{(instance.FailureDetails is { } failure ? $": {failure.ErrorMessage}" : "")}"
                );
            }
        }
        if (store.IsRunaway)
        {
            unfinished.Add("the processes go in a circle");
        }
        return unfinished;
    }

    private async Task<IReadOnlyList<string>> LeaksAsync(IEnumerable<IReadOnlyList<Entry>> streams)
    {
        var stored = new Secrets();
        foreach (var entry in streams.SelectMany(stream => stream))
        {
            stored.MustNotBeIn(entry.Body, "the record");
        }
        await foreach (var mail in outbox.ListAsync(SimulatedPlan.Cycle))
        {
            stored.MustNotBeIn(mail.LinkId, "the outbox");
            foreach (var argument in mail.Arguments.Values)
            {
                stored.MustNotBeIn(argument, "the outbox");
            }
        }
        return stored.Leaks;
    }
}
