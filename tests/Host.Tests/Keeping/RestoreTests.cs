using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Storage;
using ProgramReview.Functions.Watch;
using ProgramReview.Local.Host;
using ProgramReview.Local.Host.Commands;
using ProgramReview.Local.Host.Product;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Host.Tests.Keeping;

[Collection("Console")]
public sealed class RestoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_running_cycle_comes_back_to_the_letter_and_goes_on_to_its_end()
    {
        await using var lost = await SmallCycle.BeginAsync();
        await using var bench = await Bench.OpenAsync();
        var export = await lost.ExportAsync();

        Assert.Equal(0, await bench.RestoreAsync(export));

        Assert.Equal(
            Bench.LinesOf(export).Order(StringComparer.Ordinal),
            Bench.LinesOf(await bench.ExportAsync()).Order(StringComparer.Ordinal)
        );
        await using var found = lost.On(bench.Connection);
        Assert.Equal(await lost.PagesAsync(), await found.PagesAsync());
        // No process is left of it: they start from the record, and mail nobody twice.
        await found.ReconcileAsync();
        Assert.Empty(
            found
                .World.Get<RecordingMailSender>()
                .Sent.Select(mail => mail.Id)
                .Intersect(lost.World.Get<RecordingMailSender>().Sent.Select(mail => mail.Id))
        );
        await found.World.Get<DailyReconciler>().LookAsync(found.World.Client, Cancel);
        await found.FinishAsync();

        var state = await found.StateAsync();
        Assert.NotNull(state.Publication);
        Assert.Equal(CycleOutcome.Published, state.End?.Outcome);
        // Storage gave the file another version, and it was still one submission.
        await using var storage = bench.Storage();
        var alpha = await storage
            .Services.GetRequiredService<Functions.Events.IEventStore>()
            .ReadAsync(SmallCycle.Alpha.Stream, Cancel);
        Assert.Single(alpha.Assignment.Submissions);
        Assert.Distinct(found.World.Get<RecordingMailSender>().Sent.Select(mail => mail.Id));
    }

    [Fact]
    public async Task Minutes_of_a_session_come_back()
    {
        await using var lost = await SmallCycle.BeginAsync();
        var minutes = await lost.MeetAsync();
        await using var bench = await Bench.OpenAsync();
        var export = await lost.ExportAsync();

        Assert.Equal(0, await bench.RestoreAsync(export));

        Assert.Equal(
            Bench.LinesOf(export).Order(StringComparer.Ordinal),
            Bench.LinesOf(await bench.ExportAsync()).Order(StringComparer.Ordinal)
        );
        Assert.Contains($"submissions: {minutes}", await bench.TracesAsync());
    }

    [Fact]
    public async Task Cut_off_anywhere_it_is_out_of_sight_and_finishes_when_it_is_run_again()
    {
        await using var lost = await SmallCycle.BeginAsync();
        var export = await lost.ExportAsync();
        for (var writes = 1; ; writes += 9)
        {
            await using var bench = await Bench.OpenAsync();
            try
            {
                await bench.RestoreAsync(export, new CutOff(writes));
                Assert.True(writes > 40, "Hardly anything was written.");
                break;
            }
            catch (CutOffException)
            {
                var isWhole = Bench
                    .LinesOf(export)
                    .Count(line => line.Contains("\"line\":\"entry\"", StringComparison.Ordinal));
                Assert.True(
                    !await bench.IsVisibleAsync()
                        || Bench
                            .LinesOf(await bench.ExportAsync())
                            .Count(line =>
                                line.Contains("\"line\":\"entry\"", StringComparison.Ordinal)
                            ) == isWhole
                );
            }

            Assert.Equal(0, await bench.RestoreAsync(export));

            Assert.True(await bench.IsVisibleAsync());
            Assert.Equal(
                Bench.LinesOf(export).Order(StringComparer.Ordinal),
                Bench.LinesOf(await bench.ExportAsync()).Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public async Task Storage_that_holds_anything_of_the_cycle_is_refused_with_what_and_where()
    {
        await using var lost = await SmallCycle.BeginAsync();
        await using var bench = await Bench.OpenAsync();
        var export = await lost.ExportAsync();
        await bench.RestoreAsync(export);

        var again = await Assert.ThrowsAsync<StartException>(() => bench.RestoreAsync(export));
        var kept = await Assert.ThrowsAsync<StartException>(() =>
            bench.RestoreAsync(export, keepRows: true)
        );

        Assert.Contains("rows in the table 'record'", again.Message, StringComparison.Ordinal);
        Assert.Contains("in the table 'mails'", again.Message, StringComparison.Ordinal);
        Assert.Contains("in the table 'record'", kept.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("'mails'", kept.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_loss_of_the_record_alone_the_other_rows_and_the_files_stay_as_they_are()
    {
        await using var lost = await SmallCycle.BeginAsync();
        await using var bench = await Bench.OpenAsync();
        await bench.RestoreAsync(await lost.ExportAsync());
        await using (var storage = bench.Storage())
        {
            await storage
                .Services.GetRequiredService<Local.Host.Keeping.CyclePurge>()
                .DeleteRowsAsync(StorageNames.RecordTable, SmallCycle.Id, Cancel);
        }
        var export = await lost.ExportAsync(new AuditScope(Files: false, Contacts: false));

        await Assert.ThrowsAsync<StartException>(() => bench.RestoreAsync(export));
        Assert.Equal(0, await bench.RestoreAsync(export, keepRows: true));

        Assert.Equal(
            Bench.LinesOf(await lost.ExportAsync()).Order(StringComparer.Ordinal),
            Bench.LinesOf(await bench.ExportAsync()).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Files_that_are_nowhere_keep_the_cycle_out_of_sight_until_somebody_says_so()
    {
        await using var lost = await SmallCycle.BeginAsync();
        await using var bench = await Bench.OpenAsync();
        var export = await lost.ExportAsync(new AuditScope(Files: false, Contacts: true));

        var refused = await Assert.ThrowsAsync<StartException>(() => bench.RestoreAsync(export));
        Assert.Contains("1 file is not", refused.Message, StringComparison.Ordinal);
        Assert.False(await bench.IsVisibleAsync());

        Assert.Equal(0, await bench.RestoreAsync(export, withoutFiles: true));
        Assert.True(await bench.IsVisibleAsync());
    }

    [Fact]
    public async Task A_file_with_other_bytes_under_the_name_is_found()
    {
        await using var lost = await SmallCycle.BeginAsync();
        await using var bench = await Bench.OpenAsync();
        var export = await lost.ExportAsync();
        var name = (
            await lost
                .World.Get<Functions.Events.IEventStore>()
                .ReadAsync(SmallCycle.Alpha.Stream, Cancel)
        )
            .Assignment.Submissions.Single()
            .BlobName;
        await using (var storage = bench.Storage())
        {
            await storage
                .Services.GetRequiredService<BlobServiceClient>()
                .GetBlobContainerClient(StorageNames.SubmissionsContainer)
                .UploadBlobAsync(name, new BinaryData("another"), Cancel);
        }

        await Assert.ThrowsAsync<StartException>(() => bench.RestoreAsync(export));

        Assert.False(await bench.IsVisibleAsync());
    }

    [Fact]
    public async Task The_command_writes_a_folder_anew_and_refuses_a_changed_byte_before_anything()
    {
        await using var lost = await SmallCycle.BeginAsync();
        var folder = Directory.CreateTempSubdirectory("restore-");
        var (file, data) = (
            Path.Combine(folder.FullName, "export.jsonl"),
            Path.Combine(folder.FullName, "data")
        );
        var export = await lost.ExportAsync();

        await File.WriteAllTextAsync(
            file,
            export.Replace("\"queuedAt\":\"", "\"queuedAt\": \"", StringComparison.Ordinal),
            Cancel
        );
        Assert.Equal(1, await RunAsync("restore", file, "--data", data));
        Assert.False(Directory.Exists(data));

        await File.WriteAllTextAsync(file, export, Cancel);
        Assert.Equal(0, await RunAsync("restore", file, "--data", data));
        Assert.Equal(0, await RunAsync("verify", "--data", data));
        Assert.Equal(1, await RunAsync("restore", file, "--data", data));
        folder.Delete(recursive: true);
    }

    private static Task<int> RunAsync(params string[] arguments) =>
        CommandLine.RunAsync(["audit", .. arguments], AuditCommand.Create(new LocalProduct()));
}
