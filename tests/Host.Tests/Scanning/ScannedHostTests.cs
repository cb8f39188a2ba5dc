using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Uploading;
using ProgramReview.Local.Host;
using ProgramReview.Local.Host.Commands;
using ProgramReview.Local.Host.Product;
using ProgramReview.Local.Host.Simulation;
using ProgramReview.Local.Rehearsal.People;
using ProgramReview.Local.Rehearsal.Plans;

namespace ProgramReview.Host.Tests.Scanning;

/// <summary><c>up --scan clamd</c>: the whole product with a real scanner, from the link in the letter to the file that nobody gets.</summary>
public sealed class ScannedHostTests
{
    private static readonly AssignmentId Alpha = AssignmentId.Parse("small.alpha.r1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Malware_is_told_to_its_sender_and_handed_to_nobody()
    {
        await using var clamd = Needed.Or(await Clamd.StartAsync(), "ClamAV");
        var folder = Directory.CreateTempSubdirectory("scanned-");
        try
        {
            var product = new LocalProduct();
            await using var system = await LocalSystem.StartAsync(
                product,
                new UpOptions(
                    FreePort.Take(),
                    folder.FullName,
                    Speed: 1,
                    Fresh: false,
                    Repository.Root,
                    clamd.Socket
                ),
                Cancellation
            );
            var link = await StartAsync(system, SmallPlan.At(product.ClockStart));
            using var http = new HttpClient { BaseAddress = system.Host.Address };
            var pages = new HttpPages(http);
            var clean = SampleFile.Report("report.pdf", "Report");

            var infected = await SendAsync(
                system,
                pages,
                link,
                clean.With(Encoding.ASCII.GetString(Clamd.Eicar))
            );
            var good = await SendAsync(system, pages, link, clean);

            Assert.True(infected.IsInfected);
            Assert.Equal(
                [Clamd.EicarName],
                infected.Findings.Single(found => found.Code == ScanResult.Infected).Arguments
            );
            Assert.Null(infected.Check);
            Assert.True(good.IsClean && good.IsAcceptable);
            var files = system.Host.Services.GetRequiredService<ReportFiles>();
            Assert.IsNotType<FileStreamHttpResult>(await files.SendAsync(infected, Cancellation));
            Assert.IsType<FileStreamHttpResult>(await files.SendAsync(good, Cancellation));
            await UntilAsync(() =>
                Task.FromResult(
                    system
                        .Mails.List()
                        .Any(mail => mail.Text.Contains(Clamd.EicarName, StringComparison.Ordinal))
                )
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("clamd", "unix:///var/run/clamav/clamd.ctl")]
    [InlineData("clamd=unix:///tmp/c.sock", "unix:///tmp/c.sock")]
    [InlineData("clamd=tcp://10.0.0.5:3310", "tcp://10.0.0.5:3310")]
    [InlineData("clamd=", null)]
    [InlineData("clamd=http://10.0.0.5:3310", null)]
    [InlineData("defender", null)]
    public void A_scanner_is_named_with_or_without_its_address(string text, string? address) =>
        Assert.Equal(address is null ? null : new Uri(address), ScanChoice.Read(text));

    [Fact]
    public async Task A_wrong_address_ends_the_start_and_says_what_to_do()
    {
        var nowhere = new Uri($"unix://{Path.GetTempPath()}nobody-listens-here.sock");

        var refused = await Assert.ThrowsAsync<StartException>(() =>
            ScanChoice.CheckAsync(nowhere, Cancellation)
        );

        Assert.Contains(nowhere.ToString(), refused.Message, StringComparison.Ordinal);
        Assert.Contains("--scan clamd=ADDRESS", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<Uri> StartAsync(LocalSystem system, Plan plan)
    {
        await system
            .Host.Services.GetRequiredService<CycleStarter>()
            .StartAsync(
                system.Host.Services.GetRequiredService<IWorkflowEngine>().Client,
                plan,
                new StartOrder("tester", "A test"),
                Cancellation
            );
        Uri? link = null;
        await UntilAsync(() =>
        {
            link = system
                .Mails.List()
                .Select(mail => new ReceivedMail(mail.Id, mail.Text))
                .FirstOrDefault(mail => mail.Subject == Alpha.ToString())
                ?.Link;
            return Task.FromResult(link is not null);
        });
        return link!;
    }

    private static async Task<Submission> SendAsync(
        LocalSystem system,
        HttpPages pages,
        Uri link,
        SampleFile file
    )
    {
        var permission = (
            await pages.AskAsync(link, ReportPart.Whole, file, Cancellation)
        ).Required;
        Assert.Null((await pages.PutAsync(permission, file, Cancellation)).Problem);
        Assert.Null((await pages.TellAsync(link, permission, Cancellation)).Problem);
        var record = system.Host.Services.GetRequiredService<IEventStore>();
        Submission? sent = null;
        await UntilAsync(async () =>
        {
            sent = (
                await record.ReadAsync(Alpha.Stream, Cancellation)
            ).Assignment.Submissions.FirstOrDefault(one => one.BlobName == permission.BlobName);
            return sent is { IsBeingChecked: false };
        });
        return sent!;
    }

    private static async Task UntilAsync(Func<Task<bool>> has)
    {
        while (!await has())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), Cancellation);
        }
    }
}
