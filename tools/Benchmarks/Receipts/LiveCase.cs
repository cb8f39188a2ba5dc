using System.Diagnostics;
using System.Net.Http.Json;
using ProgramReview.Benchmarks.Harness;
using ProgramReview.Local.Host;
using ProgramReview.Local.Host.Azurite;
using ProgramReview.Local.Host.Commands;
using ProgramReview.Local.Host.Product;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Benchmarks.Receipts;

/// <summary>
/// Ten uploads a second through the local host, whether or not those before are done: permission, put to storage, told, receipt fetched as
/// a file. Measured is from the end of the put to the last byte of the receipt.
/// </summary>
/// <param name="Units">By how many units, in turn.</param>
/// <param name="Uploads">How many in all.</param>
/// <param name="Warm">How many come before that are not counted.</param>
internal sealed record LiveCase(int Units, int Uploads, int Warm)
{
    public const string Name = "receipt-live";
    private const double MostSeconds = 5;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public async Task<Measurement> MeasureAsync()
    {
        using var folder = new ScratchFolder();
        using var limit = new CancellationTokenSource(Patience);
        var options = new UpOptions(
            AzuritePorts.After(0).Blob,
            folder.File("data"),
            Speed: 1,
            Fresh: false,
            Repository.Root
        );
        await using var system = await LocalSystem.StartAsync(
            new LocalProduct(),
            options,
            limit.Token
        );
        using var http = new HttpClient(new SocketsHttpHandler())
        {
            BaseAddress = system.Host.Address,
        };
        await StartCycleAsync(http, limit.Token);
        var links = await LinksAsync(system, limit.Token);
        var sender = new Sender(http);
        for (var i = 0; i < Warm; i++)
        {
            await sender.SendAsync(links[i % links.Count], -i, limit.Token);
        }

        var watch = Stopwatch.StartNew();
        var running = new List<Task<Sent>>();
        for (var i = 0; i < Uploads; i++)
        {
            var wait = (Pace * i) - watch.Elapsed;
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, TimeProvider.System, limit.Token);
            }
            running.Add(sender.SendAsync(links[i % links.Count], i, limit.Token));
        }
        return Summarize(await Task.WhenAll(running), watch.Elapsed);
    }

    private static Measurement Summarize(Sent[] sent, TimeSpan all)
    {
        var receipts = sent.Select(one => one.Receipt.TotalMilliseconds).ToList();
        var p95 = Percentile.Of(receipts, 95);
        return new(Name, "azurite", all.TotalSeconds)
        {
            Items = sent.Length,
            Figures = new()
            {
                ["receiptP50Milliseconds"] = Math.Round(Percentile.Of(receipts, 50)),
                ["receiptP95Milliseconds"] = Math.Round(p95),
                ["receiptMaxMilliseconds"] = Math.Round(receipts.Max()),
                ["permissionP95Milliseconds"] = Math.Round(
                    Percentile.Of(sent.Select(one => one.Permission.TotalMilliseconds), 95)
                ),
                ["putP95Milliseconds"] = Math.Round(
                    Percentile.Of(sent.Select(one => one.Put.TotalMilliseconds), 95)
                ),
            },
            Limits = [new("receipt p95 s", p95 / 1000, MostSeconds, IsBinding: true)],
        };
    }

    public async Task StartCycleAsync(HttpClient http, CancellationToken cancellation)
    {
        using var answer = await http.PostAsJsonAsync(
            "api/cycles",
            new { planText = ReceiptPlan.Of(Units), reason = "A benchmark." },
            cancellation
        );
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(
                $"The cycle was not started: {await answer.Content.ReadAsStringAsync(cancellation)}"
            );
        }
    }

    // Every unit has been asked by mail, and the mail has its link.
    private async Task<List<Uri>> LinksAsync(LocalSystem system, CancellationToken cancellation)
    {
        while (true)
        {
            var links = system
                .Mails.List()
                .Select(mail => new ReceivedMail(mail.Id, mail.Text))
                .Where(mail => mail.Occasion.StartsWith("request-", StringComparison.Ordinal))
                .Select(mail => mail.Link!)
                .ToList();
            if (links.Count == Units)
            {
                return links;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellation);
        }
    }
}
