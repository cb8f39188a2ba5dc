using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Functions.Status;
using ProgramReview.Local.Host;

namespace ProgramReview.Host.Tests.Keeping;

[Collection("Console")]
public sealed class PurgeTests
{
    [Fact]
    public async Task An_ended_cycle_goes_after_a_preview_and_leaves_no_trace_but_the_note_for_its_processes()
    {
        await using var bench = await Bench.OpenAsync();
        var export = await EndedAsync(bench);
        var before = await bench.TracesAsync();

        var (code, said) = await SayAsync(() => bench.PurgeAsync(export, word: null));
        Assert.Equal(0, code);
        Assert.Contains("table     record", said, StringComparison.Ordinal);
        Assert.Matches("container submissions +4 blobs", said);
        Assert.Equal(1, await bench.PurgeAsync(export, "12345678"));
        Assert.Equal(before, await bench.TracesAsync());

        Assert.Equal(0, await bench.PurgeAsync(export, WordIn(said)));
        Assert.Equal(["index: purged small"], await bench.TracesAsync());
    }

    [Fact]
    public async Task Cut_off_anywhere_it_finishes_when_it_is_run_again()
    {
        var export = "";
        for (var writes = 1; ; writes += 5)
        {
            await using var bench = await Bench.OpenAsync();
            if (export.Length == 0)
            {
                export = await EndedAsync(bench);
            }
            else
            {
                await bench.RestoreAsync(export);
            }
            var (_, said) = await SayAsync(() => bench.PurgeAsync(export, word: null));
            var cut = new CutOff(writes);
            try
            {
                await bench.PurgeAsync(
                    export,
                    WordIn(said),
                    services => cut.Before(services, bench.Connection)
                );
                Assert.True(writes > 20, "Hardly anything was deleted.");
                break;
            }
            catch (CutOffException)
            {
                // As meant.
            }

            Assert.Equal(0, await bench.PurgeAsync(export, word: null));

            Assert.Equal(["index: purged small"], await bench.TracesAsync());
        }
    }

    [Fact]
    public async Task A_running_cycle_and_an_older_export_are_refused()
    {
        await using var lost = await SmallCycle.BeginAsync();
        await using var bench = await Bench.OpenAsync();
        var export = await lost.ExportAsync();
        await bench.RestoreAsync(export);

        var running = await Assert.ThrowsAsync<StartException>(() =>
            bench.PurgeAsync(export, null)
        );
        await using (var cycle = lost.On(bench.Connection))
        {
            await cycle.ReconcileAsync();
            await cycle.FinishAsync();
        }
        var older = await Assert.ThrowsAsync<StartException>(() => bench.PurgeAsync(export, null));

        Assert.Contains("has not ended", running.Message, StringComparison.Ordinal);
        Assert.Contains("does not hold all", older.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_policy_holds_keeps_every_row_and_says_since_when()
    {
        await using var bench = await Bench.OpenAsync();
        var export = await EndedAsync(bench);
        var before = await bench.TracesAsync();
        var (_, said) = await SayAsync(() => bench.PurgeAsync(export, word: null));

        var held = await Assert.ThrowsAsync<StartException>(() =>
            bench.PurgeAsync(
                export,
                WordIn(said),
                services =>
                {
                    var options = new BlobClientOptions();
                    options.AddPolicy(new Held(), HttpPipelinePosition.PerCall);
                    services.AddSingleton(new BlobServiceClient(bench.Connection, options));
                }
            )
        );

        Assert.Contains("a time policy", held.Message, StringComparison.Ordinal);
        Assert.Contains("0 blobs and no row", held.Message, StringComparison.Ordinal);
        Assert.Equal(before, await bench.TracesAsync());
    }

    private static async Task<string> EndedAsync(Bench bench)
    {
        await using var lost = await SmallCycle.BeginAsync();
        await bench.RestoreAsync(await lost.ExportAsync());
        await using var cycle = lost.On(bench.Connection);
        await cycle.ReconcileAsync();
        await cycle.FinishAsync();
        return await cycle.ExportAsync(AuditScope.Everything with { Contacts = false });
    }

    private static string WordIn(string said) => said.Trim()[^8..];

    private static async Task<(int Code, string Said)> SayAsync(Func<Task<int>> command)
    {
        var (console, said) = (Console.Out, new StringWriter());
        Console.SetOut(said);
        try
        {
            return (await command(), said.ToString());
        }
        finally
        {
            Console.SetOut(console);
        }
    }

    /// <summary>What a container with a time policy answers.</summary>
    private sealed class Held : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message)
        {
            if (message.Request.Method == RequestMethod.Delete)
            {
                throw new RequestFailedException(
                    409,
                    "Held.",
                    "BlobImmutableDueToPolicy",
                    innerException: null
                );
            }
        }
    }
}
