using System.Globalization;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Watch;

namespace ProgramReview.Workflow.Tests;

/// <summary>The live recorder, over memory: news comes late, twice, through any door, after a crash; the commit instant alone decides.</summary>
public sealed class FairnessTests
{
    private static readonly int Cases =
        Environment.GetEnvironmentVariable("REVIEW_NIGHTLY") == "1" ? 3_000 : 30;

    [Fact]
    public async Task However_The_News_Comes_The_Recorder_Judges_By_The_Commit()
    {
        var seen = new HashSet<TimelinessVerdict>();
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            await using var scenario = await Scenario.StartAsync();
            var commits = new Dictionary<string, DateTimeOffset>();
            foreach (var assignment in new[] { scenario.Alpha, scenario.Beta, scenario.Gamma })
            {
                await CommitAsync(scenario, random, assignment, commits);
            }
            await TellAsync(scenario, random, [.. commits.Keys]);

            foreach (var (name, committed) in commits)
            {
                var assignment = Core.Uploading.BlobName.Parse(name, null).Assignment;
                var submission = Assert.Single(
                    (await scenario.StateAsync(assignment)).Submissions,
                    one => one.BlobName == name
                );
                seen.Add(submission.Judgement.Verdict);
                Assert.True(
                    submission.Judgement.Committed == committed
                        && submission.Judgement.Verdict == Expected(scenario, committed),
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Seed {seed}: stored {committed:O}, judged {submission.Judgement}"
                    )
                );
            }
            await scenario.AssertSoundAsync();
        }
        Assert.Equal(3, seen.Count);
    }

    [Fact]
    public async Task A_File_That_Is_There_Cannot_Be_Overwritten_Before_Or_After_The_Deadline()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToAsync(scenario.Day(5).AddSeconds(-1));
        var name = await scenario.PutSilentlyAsync(scenario.Alpha);
        var stored = await scenario.World.Get<ISubmissionStore>().FindAsync(name, Scenario.Cancel);

        await scenario.ToDayAsync(6);
        using var other = new MemoryStream([1, 2, 3]);
        var taken = await scenario
            .World.Get<ISubmissionStore>()
            .TryCreateAsync(name, other, Scenario.Cancel);

        Assert.False(taken);
        Assert.Equal(
            stored,
            await scenario.World.Get<ISubmissionStore>().FindAsync(name, Scenario.Cancel)
        );
        var submission = Assert.Single((await scenario.StateAsync(scenario.Alpha)).Submissions);
        Assert.Equal(TimelinessVerdict.OnTime, submission.Judgement.Verdict);
    }

    [Fact]
    public async Task A_Permission_Asked_Before_The_Deadline_Makes_No_Late_Upload_Punctual()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToAsync(scenario.Day(5).AddMinutes(-5));
        var granted = Assert.IsType<UploadPermission.Granted>(
            await scenario.AskAsync(scenario.Alpha)
        );
        await scenario.ToDayAsync(5);
        await scenario.FinishSlowUploadAsync(granted.BlobName);
        await scenario.NoticeAsync(granted.BlobName);

        var submission = Assert.Single((await scenario.StateAsync(scenario.Alpha)).Submissions);
        Assert.Equal(TimelinessVerdict.Late, submission.Judgement.Verdict);
    }

    private static TimelinessVerdict Expected(Scenario scenario, DateTimeOffset committed) =>
        committed.UtcTicks < scenario.Day(5).UtcTicks ? TimelinessVerdict.OnTime
        : committed.UtcTicks < scenario.Day(7).UtcTicks ? TimelinessVerdict.Late
        : TimelinessVerdict.Refused;

    // The last byte arrives on, just before, just after or well away from an instant that counts.
    private static async Task CommitAsync(
        Scenario scenario,
        Random random,
        AssignmentId assignment,
        Dictionary<string, DateTimeOffset> commits
    )
    {
        var near = scenario.Day(random.Next(3) == 0 ? 7 : 5);
        var committed = near.AddTicks(
            random.Next(5) switch
            {
                0 => 0,
                1 => -1,
                2 => 1,
                3 => random.NextInt64(-TimeSpan.TicksPerDay, TimeSpan.TicksPerDay),
                _ => random.NextInt64(-TimeSpan.TicksPerSecond, TimeSpan.TicksPerSecond),
            }
        );
        var asked = committed.AddMinutes(-random.Next(1, 29));
        asked = asked < scenario.Now ? scenario.Now : asked;
        committed = committed < asked ? asked : committed;
        if (asked >= scenario.Day(7))
        {
            return;
        }
        await scenario.ToAsync(asked);
        var granted = Assert.IsType<UploadPermission.Granted>(await scenario.AskAsync(assignment));
        await scenario.ToAsync(committed);
        await scenario.FinishSlowUploadAsync(granted.BlobName);
        // Storage tells the second that the last byte fell into; deadlines are whole seconds, so nothing is lost by it.
        commits.Add(
            granted.BlobName,
            committed.AddTicks(-(committed.UtcTicks % TimeSpan.TicksPerSecond))
        );
    }

    private static async Task TellAsync(Scenario scenario, Random random, List<string> names)
    {
        for (var news = 0; news < 6; news++)
        {
            var name = names[random.Next(names.Count)];
            await scenario.ToAsync(scenario.Now.AddMinutes(random.Next(0, 600)));
            if (random.Next(3) == 0)
            {
                // The program stops somewhere in the middle; whoever comes next finishes it.
                scenario.Faults.Before = call =>
                {
                    if (call.Key.Contains("submission-", StringComparison.Ordinal))
                    {
                        throw new IOException("The program stopped here.");
                    }
                };
                await Record.ExceptionAsync(() => scenario.NoticeAsync(name));
                scenario.Faults.Before = _ => { };
                continue;
            }
            await scenario.NoticeAsync(name, Enum.GetValues<Channel>()[random.Next(5)]);
            await scenario.SettleAsync();
        }
        await scenario.ReconcileAsync();
        await scenario
            .World.Get<DailyReconciler>()
            .LookAsync(scenario.World.Client, Scenario.Cancel);
        await scenario.SettleAsync();
    }
}
