namespace ProgramReview.Crash.Tests;

/// <summary>A disk that takes nothing more: the engine stops and says why, and when the cause is gone everything goes on.</summary>
public sealed class DiskTests(Undisturbed undisturbed) : IClassFixture<Undisturbed>
{
    [Theory]
    [InlineData(Point.FullDisk, 400, "There is no room on the disk of the store '{0}'.")]
    [InlineData(Point.FailedSync, 20, "The disk of the store '{0}' failed:")]
    public async Task A_disk_that_fails_ends_the_engine_with_one_line_and_does_no_damage(
        Point trouble,
        int after,
        string words
    )
    {
        using var world = new World();
        var ending = await world.LiveAsync(new(trouble, after, false, 0));
        Says(words, ending, world);

        // Still not mended: it says so at the start, or as soon as it has something to write.
        Says(words, await world.LiveAsync(new(trouble, 1, false, 0)), world);
        await GoesOnAsync(world, trouble);
    }

    [Fact]
    public async Task A_store_that_may_only_be_read_is_refused_until_it_may_be_written()
    {
        using var world = new World();
        Assert.True((await world.LiveAsync(new(Point.AfterSync, 20, false, 0))).WasKilled);
        Says("'{0}' cannot be ", await world.LiveAsync(new(Point.ReadOnly, 1, false, 0)), world);
        await GoesOnAsync(world, Point.ReadOnly);
    }

    [Fact]
    public async Task A_second_process_on_one_store_is_refused_and_the_first_goes_on()
    {
        using var world = new World();
        await using (new SqliteEngineStore(world.StorePath))
        {
            Says(
                "'{0}' is in use by another process.",
                await world.LiveAsync(new(Point.Nowhere, 0, false, 0)),
                world
            );
        }

        await GoesOnAsync(world, Point.Nowhere);
    }

    [Fact]
    public async Task What_a_killed_process_had_written_is_synced_before_anything_follows_from_it()
    {
        using var world = new World();
        Assert.True((await world.LiveAsync(new(Point.BeforeSync, 12, false, 0))).WasKilled);
        var next = await world.LiveAsync(new(Point.Nowhere, 0, false, 0));
        Assert.Equal(0, next.Code);
        Assert.DoesNotContain("after 0 syncs", next.Started, StringComparison.Ordinal);
        Outcome.Check(world, undisturbed.World, "killed before a sync");
    }

    private static void Says(string words, Ending ending, World world)
    {
        Assert.Equal(3, ending.Code);
        Assert.Contains(
            words.Replace("{0}", world.StorePath, StringComparison.Ordinal),
            ending.Said,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain('\n', ending.Said);
    }

    private async Task GoesOnAsync(World world, Point trouble)
    {
        var ending = await world.LiveAsync(new(Point.Nowhere, 0, false, 0));
        Assert.True(ending.Code == 0, ending.Said);
        Outcome.Check(world, undisturbed.World, trouble.ToString());
    }
}
