using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using ProgramReview.Benchmarks.Harness;
using ProgramReview.Benchmarks.Receipts;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;
using ProgramReview.Local.Host;
using ProgramReview.Local.Host.Azurite;
using ProgramReview.Local.Host.Commands;
using ProgramReview.Local.Host.Product;
using ProgramReview.Local.Host.Simulation;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal.People;
using ProgramReview.Local.Rehearsal.People.Forms;

namespace ProgramReview.Benchmarks.Checks;

/// <summary>
/// Bodies of the shipped plan send report and annex through the local host, two reports a second, whether or not those before are done. Measured is
/// from the end of the later put until both were checked and the body's page was fetched with what was found.
/// </summary>
/// <param name="Uploads">How many reports in all.</param>
/// <param name="Warm">How many come before that are not counted.</param>
internal sealed partial record LiveChecks(int Uploads, int Warm)
{
    public const string Name = "checked-live";
    private const double MostSeconds = 2;
    private const int PictureBytes = 1 << 20;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(0.5);
    private static readonly string[] Parts = ["report", "annex"];

    public async Task<Measurement> MeasureAsync(CancellationToken cancellation)
    {
        using var folder = new ScratchFolder();
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
            cancellation
        );
        using var http = new HttpClient(new SocketsHttpHandler())
        {
            BaseAddress = system.Host.Address,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var plan = await StartAsync(http, system.Clock.GetUtcNow(), cancellation);
        var mails = await RequestsAsync(system, plan, cancellation);
        var desk = new FormDesk(plan, seed: 1);
        var at = system.Clock.GetUtcNow();
        Task<TimeSpan> SendOneAsync(int number) =>
            SendAsync(
                new HttpPages(http),
                http,
                mails[Math.Abs(number) % mails.Count],
                part => Fill(desk, mails[Math.Abs(number) % mails.Count], part, at, number),
                cancellation
            );
        for (var i = 1; i <= Warm; i++)
        {
            await SendOneAsync(-i);
        }

        var watch = Stopwatch.StartNew();
        var running = new List<Task<TimeSpan>>();
        for (var i = 0; i < Uploads; i++)
        {
            var wait = (Pace * i) - watch.Elapsed;
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, TimeProvider.System, cancellation);
            }
            running.Add(SendOneAsync(i));
        }
        return Summarize(
            [.. (await Task.WhenAll(running)).Select(one => one.TotalSeconds)],
            watch.Elapsed
        );
    }

    private static Measurement Summarize(List<double> seconds, TimeSpan all) =>
        new(Name, "azurite", all.TotalSeconds)
        {
            Items = seconds.Count,
            Figures = new()
            {
                ["p50Milliseconds"] = Math.Round(1000 * Percentile.Of(seconds, 50)),
                ["maxMilliseconds"] = Math.Round(1000 * seconds.Max()),
            },
            Limits =
            [
                new Limit(
                    "checked p95 s",
                    Percentile.Of(seconds, 95),
                    MostSeconds,
                    IsBinding: true
                ),
            ],
        };

    private static async Task<PlanLookup> StartAsync(
        HttpClient http,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var file = Path.Combine(AppContext.BaseDirectory, "plans", "hanoi-01-ctr-tu", "plan.yaml");
        // Opened at once: nobody is asked before.
        var text = OpensLine()
            .Replace(await File.ReadAllTextAsync(file, cancellation), "opens: start", 1);
        using var answer = await http.PostAsJsonAsync(
            "api/cycles",
            new { planText = text, reason = "A benchmark." },
            cancellation
        );
        return answer.IsSuccessStatusCode
            ? new PlanLookup(PlanFile.Read(text, file, now).Plan!)
            : throw new InvalidOperationException(
                $"The cycle was not started: {await answer.Content.ReadAsStringAsync(cancellation)}"
            );
    }

    [GeneratedRegex("^opens: .*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex OpensLine();

    // Every body that is asked at once for both parts has its mail.
    private static async Task<List<ReceivedMail>> RequestsAsync(
        LocalSystem system,
        PlanLookup plan,
        CancellationToken cancellation
    )
    {
        var asked = plan
            .Assignments.Where(id =>
                plan.ReportType(id.ReportType) is { After.Count: 0 } type
                && Parts.All(part => type.FindPart(part) is not null)
            )
            .Select(id => id.ToString())
            .ToHashSet(StringComparer.Ordinal);
        while (true)
        {
            var mails = system
                .Mails.List()
                .Select(mail => new ReceivedMail(mail.Id, mail.Text))
                .Where(mail =>
                    mail.Occasion.StartsWith("request-", StringComparison.Ordinal)
                    && asked.Contains(mail.Subject)
                )
                .DistinctBy(mail => mail.Subject)
                .ToList();
            if (mails.Count == asked.Count && mails.Count > 0)
            {
                return mails;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellation);
        }
    }

    private static async Task<TimeSpan> SendAsync(
        HttpPages pages,
        HttpClient http,
        ReceivedMail mail,
        Func<string, SampleFile> fill,
        CancellationToken cancellation
    )
    {
        var link = mail.Link!;
        var stored = await Task.WhenAll(
            Parts.Select(async part =>
            {
                var file = fill(part);
                var permission = (await pages.AskAsync(link, part, file, cancellation)).Required;
                return (await pages.PutAsync(permission, file, cancellation)).Required;
            })
        );
        var began = Stopwatch.GetTimestamp();
        var receipts = await Task.WhenAll(
            stored.Select(one => pages.TellAsync(link, one, cancellation))
        );
        await http.GetStringAsync(link, cancellation);
        var took = Stopwatch.GetElapsedTime(began);
        foreach (var receipt in receipts)
        {
            if (receipt.Required is { Acceptable: false, Findings: var findings })
            {
                throw new InvalidOperationException(
                    $"A file of {mail.Subject} does not count: {string.Join(", ", findings)}."
                );
            }
        }
        return took;
    }

    private static SampleFile Fill(
        FormDesk desk,
        ReceivedMail mail,
        string part,
        DateTimeOffset at,
        int number
    )
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{part} {number}");
        var id = AssignmentId.Parse(mail.Subject);
        var file = desk.Fill(
            new Draft(new PartId(id, part), Language.Vi, Care.Full, at, name, name)
        ).File;
        return part == Parts[0] ? WithPicture(file) : file;
    }

    // What makes reports of people large.
    private static SampleFile WithPicture(SampleFile file)
    {
        using var bytes = new MemoryStream();
        bytes.Write(file.Content.Span);
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            var noise = new byte[PictureBytes];
            new SeededEntropy(1).Fill(noise);
            using var picture = archive
                .CreateEntry("word/media/image1.png", CompressionLevel.NoCompression)
                .Open();
            picture.Write(noise);
        }
        return file with { Content = bytes.ToArray() };
    }
}
