using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using ProgramReview.Core.Events;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Checking.Scanning;
using ProgramReview.Functions.Uploading;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Simulation.Faults;

namespace ProgramReview.Local.Simulation;

/// <content>Whoever looks for malware, and people who fetch files that others have sent.</content>
internal sealed partial class CycleRun
{
    /// <summary>A report is stored: whoever scans by themselves do, and somebody wants to have it.</summary>
    private void ScanReport(string blobName, byte[] content) =>
        Scan(blobName, content, () => FetchAsync(blobName));

    /// <summary>The same of the minutes of a session.</summary>
    private void ScanMinutes(MinutesName name, byte[] content) =>
        Scan($"{name}", content, () => FetchAsync(name));

    private void Scan(string blobName, byte[] content, Func<Task> fetch)
    {
        if (scanner.Mode == ScanMode.ByEvent)
        {
            var about = StableName.Blob(blobName);
            connection.Deliver(
                $"the verdict on {about}",
                TimeSpan.FromSeconds(20),
                delay =>
                    schedule.Add(
                        Clock.GetUtcNow() + delay,
                        $"a verdict on {about}",
                        async () =>
                            await world
                                .Get<ScanResultRecorder>()
                                .TakeAsync(
                                    Client,
                                    await MessageAsync(blobName, content),
                                    crash.Life
                                )
                    )
            );
        }
        if (scanner.Mode == ScanMode.None)
        {
            return;
        }
        foreach (var wait in (TimeSpan[])[TimeSpan.FromSeconds(1), TimeSpan.FromHours(9)])
        {
            schedule.Add(
                new ScheduledAction(
                    Clock.GetUtcNow() + wait,
                    $"somebody wants {StableName.Blob(blobName)} after {wait}",
                    fetch
                )
                {
                    Tries = 1,
                }
            );
        }
    }

    private async Task FetchAsync(string blobName)
    {
        var files = world.Get<ReportFiles>();
        var assignment = BlobName.Parse(blobName, CultureInfo.InvariantCulture).Assignment;
        if (
            await files.FindAsync(assignment, blobName, crash.Life) is { } file
            && await files.SendAsync(file, crash.Life) is FileStreamHttpResult
        )
        {
            Oracle.HandedOut(blobName);
        }
    }

    private async Task FetchAsync(MinutesName name)
    {
        if (
            await Pages.FindAsync(name.Cycle, crash.Life) is { } cycle
            && await world.Get<MinutesFiles>().SendAsync(cycle, name.Sha256, crash.Life)
                is FileStreamHttpResult
        )
        {
            Oracle.HandedOut($"{name}");
        }
    }

    // In the words of Defender for Storage.
    private async Task<string> MessageAsync(string blobName, byte[] content) =>
        new JsonObject
        {
            ["subject"] = $"storageAccounts/simulated/containers/submissions/blobs/{blobName}",
            ["eventType"] = "Microsoft.Security.MalwareScanningResult",
            ["data"] = new JsonObject
            {
                ["eTag"] = (await submissions.FindAsync(blobName))!.ETag,
                ["scanResultType"] =
                    InMemoryMalwareScanner.VerdictOn(content).Verdict == ScanVerdict.Malicious
                        ? "Malicious"
                        : "No threats found",
                ["scanResultDetails"] = new JsonObject
                {
                    ["sha256"] = Convert.ToHexString(SHA256.HashData(content)),
                },
            },
        }.ToJsonString();
}
