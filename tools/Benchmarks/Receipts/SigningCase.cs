using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using ProgramReview.Benchmarks.Harness;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Receipts;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Receipts;
using ProgramReview.Functions.Uploading;
using ProgramReview.Local.Host.Commands;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Benchmarks.Receipts;

/// <summary>
/// Receipts signed with a real key, one after the other: through the product's recorder over memory, with everything that belongs to it
/// (inspected, judged, chained, mailed), and the signature of such a receipt alone.
/// </summary>
/// <param name="Signatures">How many are signed alone.</param>
/// <param name="Units">Over how many assignments the recorded ones are spread.</param>
/// <param name="Uploads">How many are recorded.</param>
internal sealed record SigningCase(int Signatures, int Units, int Uploads)
{
    public const string Signing = "receipt-signing";
    public const string Recording = "receipt-recording";

    private static readonly DateTimeOffset Opens = new(2024, 8, 1, 1, 0, 0, TimeSpan.Zero);
    private static readonly SampleFile Report = SampleFile.Report("report.pdf", "Report");

    public async IAsyncEnumerable<Measurement> MeasureAsync(Func<string, bool> cases)
    {
        using var folder = new ScratchFolder();
        var keys = folder.File("receipt-keys.json");
        ReceiptKeysCommand.Rotate(keys);
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Receipts:KeyFile"] = keys })
            .Build();
        await using var world = World.Create(
            Opens,
            configure: services => services.AddReceiptSigner(settings)
        );
        var plan = PlanFile.Read(ReceiptPlan.Of(Units), "receipts.yaml", Opens).Plan!;
        await world
            .Get<PageDriver>()
            .StartAsync(plan, new StartOrder("benchmark", "a benchmark"), CancellationToken.None);
        await world.Engine.RunUntilIdleAsync(CancellationToken.None);

        var warm = await RecordAsync(world, await PutAsync(world, plan, Math.Min(Uploads, 200)));
        if (cases(Recording))
        {
            yield return await MeasureRecordingAsync(world, plan);
        }
        if (cases(Signing))
        {
            yield return await MeasureSigningAsync(world, warm);
        }
    }

    private async Task<Measurement> MeasureRecordingAsync(World world, Plan plan)
    {
        var names = await PutAsync(world, plan, Uploads);
        var before = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        await RecordAsync(world, names);
        return new(Recording, "memory", watch.Elapsed.TotalSeconds)
        {
            Items = Uploads,
            AllocatedBytes = GC.GetTotalAllocatedBytes() - before,
        };
    }

    private async Task<Measurement> MeasureSigningAsync(World world, string jws)
    {
        var receipt = Receipt.Parse(jws);
        var issuer = world.Get<ReceiptIssuer>();
        await SignAsync(issuer, receipt, Math.Min(Signatures, 1_000));
        var before = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        var last = await SignAsync(issuer, receipt, Signatures);
        var seconds = watch.Elapsed.TotalSeconds;
        var allocated = GC.GetTotalAllocatedBytes() - before;
        var keys = await world.Get<IReceiptSigner>().PublicKeysAsync();
        if (ReceiptCheck.Of(last, keys) is not ReceiptCheck.Genuine)
        {
            throw new InvalidOperationException("A receipt that was just signed is not genuine.");
        }
        return new(Signing, "memory", seconds)
        {
            Items = Signatures,
            AllocatedBytes = allocated,
            Figures = new() { ["payloadBytes"] = receipt.ToBytes().Length },
        };
    }

    private static async Task<string> SignAsync(ReceiptIssuer issuer, Receipt receipt, int count)
    {
        var jws = "";
        for (var i = 0; i < count; i++)
        {
            jws = await issuer.IssueAsync(
                key => receipt with { KeyId = key },
                CancellationToken.None
            );
        }
        return jws;
    }

    // Each is permitted and stored; nobody has told of it yet.
    private async Task<List<string>> PutAsync(World world, Plan plan, int count)
    {
        var cycle = (await world.Get<Cycles>().FindAsync(plan.Cycle, CancellationToken.None))!;
        var names = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var body = cycle.Plan.Plan.Bodies[1 + (i % Units)];
            var answer = await world
                .Get<UploadPermissions>()
                .AskAsync(
                    cycle,
                    new PartId(
                        new AssignmentId(plan.Cycle, body.Code, "unit-report"),
                        ReportPart.Whole
                    ),
                    body.Contacts[0].Id,
                    Report.Name,
                    Report.Content.Length,
                    Channel.Page,
                    CancellationToken.None
                );
            var name = ((UploadPermission.Granted)answer).BlobName;
            using var content = Report.Open();
            await world.Get<InMemorySubmissionStore>().TryCreateAsync(name, content);
            names.Add(name);
        }
        return names;
    }

    /// <summary>Records all; gives the last receipt.</summary>
    private static async Task<string> RecordAsync(World world, List<string> names)
    {
        var pages = world.Get<PageDriver>();
        Entry? entry = null;
        foreach (var name in names)
        {
            entry = await pages.TellAsync(name, Channel.Page, CancellationToken.None);
        }
        return ((AssignmentEvent.SubmissionRecorded)entry!.Event).Receipt!;
    }
}
