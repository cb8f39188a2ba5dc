using Azure.Data.Tables;
using ProgramReview.Local.Host;

namespace ProgramReview.Host.Tests.Storage;

/// <summary>What local storage has answered is on the disk, whenever it is killed.</summary>
public sealed class StorageKillTests : IDisposable
{
    private static readonly int Kills =
        Environment.GetEnvironmentVariable("REVIEW_NIGHTLY") == "1" ? 100 : 10;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("storage-");

    private string Journal => Path.Combine(folder.FullName, "azurite", "journal");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_answered_is_there_however_often_it_is_killed()
    {
        var chance = new Random(1);
        StorageWriter[] writers =
        [
            .. Enumerable.Range(0, 6).Select(each => new StorageWriter(each)),
        ];
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var life = await StorageLife.BeginAsync(folder.FullName);
            await CheckAsync(writers, life, all: false);
            var left = chance.Next(1, 80);
            void Answered()
            {
                if (Interlocked.Decrement(ref left) == 0)
                {
                    life.Kill();
                }
            }

            await Task.WhenAll(writers.Select(each => each.WriteAsync(life, kill, Answered)));
            Assert.StartsWith(
                "Azurite ended by itself",
                await life.Failure,
                StringComparison.Ordinal
            );
        }

        await using var last = await StorageLife.BeginAsync(folder.FullName);
        Assert.True(await CheckAsync(writers, last, all: true) > Kills);
    }

    [Fact]
    public async Task A_torn_end_was_never_answered_and_damage_before_it_is_refused()
    {
        await WriteAsync(0);
        await File.AppendAllTextAsync(Journal, "0123456789abcdef[[\"half a ");

        await WriteAsync(1);

        await using (var life = await StorageLife.BeginAsync(folder.FullName))
        {
            Assert.Equal(2, await life.Rows.QueryAsync<TableEntity>().CountAsync());
        }

        var bytes = await File.ReadAllBytesAsync(Journal);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(Journal, bytes);
        var refused = await Assert.ThrowsAsync<StartException>(() => WriteAsync(2));
        Assert.Contains("is damaged at byte", refused.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Journal));
    }

    [Fact]
    public async Task What_was_written_over_does_not_stay_on_the_disk()
    {
        const int Megabytes = 40;
        var text = new string('x', 32 * 1024 - 1);
        await using (var life = await StorageLife.BeginAsync(folder.FullName))
        {
            foreach (var time in Enumerable.Range(0, Megabytes * 32))
            {
                await life.Rows.UpsertEntityAsync(
                    new TableEntity("p", "r") { ["Text"] = text, ["Time"] = time }
                );
            }
        }

        Assert.InRange(new FileInfo(Journal).Length, 1, 40 << 20);
        await using var later = await StorageLife.BeginAsync(folder.FullName);
        var row = await later.Rows.GetEntityAsync<TableEntity>("p", "r");
        Assert.Equal((Megabytes * 32) - 1, row.Value.GetInt32("Time"));
        Assert.InRange(new FileInfo(Journal).Length, 1, 1 << 20);
    }

    private async Task WriteAsync(int row)
    {
        await using var life = await StorageLife.BeginAsync(folder.FullName);
        await life.Rows.AddEntityAsync(new TableEntity("p", $"{row}"));
    }

    private static async Task<int> CheckAsync(
        IEnumerable<StorageWriter> writers,
        StorageLife life,
        bool all
    ) => (await Task.WhenAll(writers.Select(each => each.CheckAsync(life, all)))).Sum();
}
