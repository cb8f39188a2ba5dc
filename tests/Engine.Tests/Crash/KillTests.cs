namespace ProgramReview.Crash.Tests;

public sealed class KillTests(Undisturbed undisturbed) : IClassFixture<Undisturbed>
{
    private static readonly bool IsNightly =
        Environment.GetEnvironmentVariable("REVIEW_NIGHTLY") == "1";

    private static readonly Point[] Points =
    [
        Point.Nowhere,
        Point.BeforeCommit,
        Point.AfterCommit,
        Point.BeforeWrite,
        Point.TornWrite,
        Point.BeforeSync,
        Point.AfterSync,
        Point.Checkpoint,
    ];

    [Fact]
    public Task Nothing_is_lost_or_doubled_however_often_the_process_is_killed() =>
        KillAsync(IsNightly ? 120 : 10, powerFails: false, seed: 1);

    [Fact]
    public Task Nothing_is_lost_or_doubled_however_often_the_power_fails() =>
        KillAsync(IsNightly ? 120 : 10, powerFails: true, seed: 2);

    private async Task KillAsync(int kills, bool powerFails, int seed)
    {
        var chance = new Random(seed);
        var killed = new Dictionary<Point, int>();
        var done = 0;
        while (done < kills)
        {
            using var world = new World();
            var story = new List<string>();
            while (true)
            {
                var fate = done < kills ? Draw(done, powerFails, chance) : Never;
                var ending = await world.LiveAsync(
                    fate,
                    fate.At == Point.Nowhere && fate != Never
                        ? TimeSpan.FromMilliseconds(chance.Next(400))
                        : null
                );
                story.Add(fate.ToString());
                if (!ending.WasKilled)
                {
                    Assert.True(
                        ending.Code == 0,
                        $"{ending.Said} After: {string.Join("; ", story)}"
                    );
                    break;
                }

                done++;
                killed[fate.At] = killed.GetValueOrDefault(fate.At) + 1;
            }

            Outcome.Check(world, undisturbed.World, string.Join("; ", story));
        }

        Assert.InRange(done, kills, int.MaxValue);
        Assert.InRange(killed.Count, powerFails ? Points.Length - 1 : Points.Length, Points.Length);
        TestContext.Current.SendDiagnosticMessage(
            string.Join(", ", killed.Select(kill => $"{kill.Key}: {kill.Value}"))
        );
    }

    private static readonly Fate Never = new(Point.Nowhere, 0, false, 0);

    /// <summary>One point after the other; how far a life gets is chance.</summary>
    private static Fate Draw(int number, bool powerFails, Random chance)
    {
        // Power that fails at an instant from outside would have to be told to the process: the points inside are as many instants.
        var points = powerFails ? Points[1..] : Points;
        var at = points[number % points.Length];
        var most = at switch
        {
            Point.Nowhere => 1,
            Point.Checkpoint => 2,
            Point.BeforeCommit or Point.AfterCommit => 200,
            Point.BeforeWrite or Point.TornWrite => 150,
            _ => 25,
        };
        return new(at, chance.Next(1, most + 1), powerFails, chance.Next());
    }
}
