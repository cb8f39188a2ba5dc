namespace ProgramReview.Engine.Tests.Stores;

public sealed class DamageTests
{
    private const int PageSize = 4096;

    [Fact]
    public async Task A_page_that_is_lost_anywhere_in_the_file_is_found_at_the_start()
    {
        using var file = new StoreFile();
        await file.FillAsync(Enumerable.Range(0, 20).Select(i => $"topic {i}"));
        var whole = await File.ReadAllBytesAsync(file.Path);
        var silent = new List<long>();
        Assert.InRange(whole.Length / PageSize, 30, 200);
        for (var page = 0; page < whole.Length / PageSize; page++)
        {
            var damaged = whole.ToArray();
            damaged.AsSpan(page * PageSize, PageSize).Clear();
            await File.WriteAllBytesAsync(file.Path, damaged);
            try
            {
                await using var store = new SqliteEngineStore(file.Path);
                await using var engine = StoreFile.NewEngine(store);
                silent.Add(page);
            }
            catch (EngineStoreException refused)
            {
                Assert.Contains(
                    "damaged or not a store",
                    refused.Message,
                    StringComparison.Ordinal
                );
            }
        }

        // SQLite keeps no sums of contents: only the inside of a payload longer than a page could be lost unseen, and there is none here.
        Assert.Empty(silent);
        await File.WriteAllBytesAsync(file.Path, whole);
        Assert.StartsWith("fine", await file.FinishAsync("topic 7"), StringComparison.Ordinal);
    }
}
