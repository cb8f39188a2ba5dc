using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Engine.Tests.Stores;

public sealed class SchemaTests
{
    // For the mechanism alone: what a later program might want.
    private const string Second = "ALTER TABLE instance ADD COLUMN colour TEXT";
    private const string Third = "UPDATE instance SET colour = 'green'; DELETE FROM inbox";

    [Fact]
    public async Task A_store_of_the_first_version_goes_on_where_it_was_left()
    {
        using var file = new StoreFile();
        file.Change(await File.ReadAllTextAsync("Stores/version-1.sql"));

        Assert.Equal("fine 120", await file.FinishAsync("waiting"));
        Assert.Equal(SqliteSchema.Steps.Count, file.Ask("SELECT version FROM schema"));
        await using var store = new SqliteEngineStore(file.Path);
        await using var engine = StoreFile.NewEngine(store);
        var done = await engine.Client.GetInstanceAsync("done", getInputsAndOutputs: true);
        var rung = await engine.Client.GetInstanceAsync("rung", getInputsAndOutputs: true);
        var begun = await engine.Client.GetInstanceAsync("new");
        Assert.Equal("fine 84", done!.ReadOutputAs<string>());
        Assert.Equal("heard 84", rung!.ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Running, begun!.RuntimeStatus);
    }

    [Fact]
    public async Task An_older_store_takes_every_step_it_lacks_and_keeps_what_it_holds()
    {
        using var file = new StoreFile();
        await file.FillAsync("one");
        using (SqliteSchema.Open(file.Path, [.. First, Second, Third])) { }

        Assert.Equal(First.Count + 2, file.Ask("SELECT version FROM schema"));
        Assert.Equal(1, file.Ask("SELECT count(*) FROM instance WHERE colour = 'green'"));
        Assert.InRange(file.Ask("SELECT count(*) FROM history"), 10, 100);
    }

    [Fact]
    public void A_new_store_takes_every_step_too()
    {
        using var file = new StoreFile();
        using (SqliteSchema.Open(file.Path, [.. First, Second, Third])) { }

        Assert.Equal(First.Count + 2, file.Ask("SELECT version FROM schema"));
        Assert.Equal(0, file.Ask("SELECT count(colour) FROM instance"));
    }

    [Fact]
    public async Task An_update_that_fails_leaves_the_store_as_it_was()
    {
        using var file = new StoreFile();
        await file.FillAsync("one");
        var refused = Assert.Throws<EngineStoreException>(() =>
            SqliteSchema.Open(file.Path, [.. First, Second, Third, "UPDATE nonsense SET x = 1"])
        );
        Assert.Contains("nonsense", refused.Message, StringComparison.Ordinal);

        Assert.Equal(First.Count, file.Ask("SELECT version FROM schema"));
        Assert.Equal(
            0,
            file.Ask("SELECT count(*) FROM pragma_table_info('instance') WHERE name = 'colour'")
        );
        Assert.StartsWith("fine", await file.FinishAsync("one"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_store_is_refused_and_left_as_it_was()
    {
        using var file = new StoreFile();
        await file.FillAsync("one");
        using (SqliteSchema.Open(file.Path, [.. First, Second])) { }

        var before = await File.ReadAllBytesAsync(file.Path);
        var refused = Assert.Throws<EngineStoreException>(() => new SqliteEngineStore(file.Path));
        Assert.Contains("written by a newer program", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(file.Path));
    }

    private static IReadOnlyList<string> First => SqliteSchema.Steps;
}
