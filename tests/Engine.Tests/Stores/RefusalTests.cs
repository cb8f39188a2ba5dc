using Microsoft.Data.Sqlite;

namespace ProgramReview.Engine.Tests.Stores;

public sealed class RefusalTests
{
    [Fact]
    public async Task A_store_in_use_is_refused_and_works_on_when_the_other_has_ended()
    {
        using var file = new StoreFile();
        await file.FillAsync("one");
        await using (new SqliteEngineStore(file.Path))
        {
            Refused(file.Path, "in use by another process. Stop that one first");
        }

        Assert.StartsWith("fine", await file.FinishAsync("one"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_another_program_has_locked_is_refused_at_once()
    {
        using var file = new StoreFile();
        await file.FillAsync("one");
        using (var other = new SqliteConnection($"Data Source={file.Path};Pooling=False"))
        {
            other.Open();
            using var command = other.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE; DELETE FROM inbox";
            command.ExecuteNonQuery();
            Refused(file.Path, "in use by another process");
        }

        Assert.StartsWith("fine", await file.FinishAsync("one"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_refused_and_left_as_it_was()
    {
        using var file = new StoreFile();
        await File.WriteAllTextAsync(file.Path, new string('x', 5000));
        Refused(file.Path, "damaged or not a store");
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(file.Path));
    }

    [Fact]
    public async Task A_database_of_something_else_is_refused_and_left_as_it_was()
    {
        using var file = new StoreFile();
        file.Change("CREATE TABLE recipes (name TEXT)");
        var before = await File.ReadAllBytesAsync(file.Path);
        Refused(file.Path, "holds something else");
        Assert.Equal(before, await File.ReadAllBytesAsync(file.Path));
    }

    [Fact]
    public async Task A_file_that_was_cut_off_is_refused()
    {
        using var file = new StoreFile();
        await file.FillAsync("one", "two", "three");
        var whole = await File.ReadAllBytesAsync(file.Path);
        await File.WriteAllBytesAsync(file.Path, whole[..(whole.Length / 2)]);
        Refused(file.Path, "damaged or not a store");
        await File.WriteAllBytesAsync(file.Path, whole);
        Assert.StartsWith("fine", await file.FinishAsync("three"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_missing_or_takes_no_file_is_named()
    {
        using var file = new StoreFile();
        Refused(Path.Combine(file.Folder, "missing", "engine.db"), "does the folder exist");
        if (Directory.Exists("/proc"))
        {
            // Whoever asks, root too, cannot make a file there.
            Refused("/proc/engine.db", "may this user write there");
        }
    }

    private static void Refused(string path, string why)
    {
        var refused = Assert.Throws<EngineStoreException>(() => new SqliteEngineStore(path));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }
}
