using System.Text;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Mail;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal;
using ProgramReview.Local.Rehearsal.Plans;
using ProgramReview.Local.Rehearsal.Reporting;

namespace ProgramReview.Workflow.Tests;

/// <summary>Histories are stored in plain text by the real engine: they must be small, and say nothing that only some may read.</summary>
public sealed class HistoryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Histories_Hold_No_Address_Token_File_Name_Comment_Or_Text_Of_The_Plan_And_Stay_Small()
    {
        var plan = Plans.Realistic();
        var tokens = new List<string>();
        await using var world = World.Create(
            plan.Plan.Opens,
            cacheInstances: false,
            services =>
                services.AddSingleton<IMailSender>(provider => new Copying(
                    provider.GetRequiredService<RehearsedMailSender>(),
                    tokens
                ))
        );
        await new Rehearsal(world, plan).RunAsync(Cancel);

        var histories = await HistoriesAsync(world);
        var secrets = await SecretsAsync(world, plan);
        secrets.AddRange(tokens);

        // The cycle, its reports, one correction, two rounds with their renderings, and what tells everybody that it has ended.
        Assert.Equal(
            1 + plan.Assignments.Count + 1 + 2 + 2 + 1,
            histories.Keys.Count(id =>
                ProcessId.Parse(id, null)
                    is not (ProcessId.Branch or ProcessId.Material or ProcessId.Figures)
            )
        );
        Assert.InRange(secrets.Count, 300, 5000);
        foreach (var (instance, lines) in histories)
        {
            Assert.InRange(lines.Count, 1, 300);
            Assert.InRange(lines.Sum(Encoding.UTF8.GetByteCount), 1, 200 * 1024);
            var words = string.Join('\n', lines.SelectMany(HistoryWords.Of));
            Assert.All(
                secrets,
                secret =>
                    Assert.False(
                        words.Contains(secret, StringComparison.Ordinal),
                        $"{instance}: {secret}"
                    )
            );
        }
    }

    [Fact]
    public async Task Replaying_From_The_Start_And_Keeping_Instances_Give_The_Same_Record()
    {
        var replayed = await PlayAsync(cacheInstances: false);
        var kept = await PlayAsync(cacheInstances: true);
        var again = await PlayAsync(cacheInstances: true);

        Assert.Equal(replayed.Bodies, kept.Bodies);
        Assert.Equal(replayed.Timeline, kept.Timeline);
        Assert.Equal(replayed.Histories, kept.Histories);
        Assert.Equal(kept.Bodies, again.Bodies);
        Assert.Equal(kept.Timeline, again.Timeline);
    }

    [Fact]
    public async Task A_Plan_Of_Three_Hundred_Bodies_Is_Published_And_No_History_Grows_With_It()
    {
        var plan = new PlanLookup(SyntheticPlan.Of(Plans.Small(), bodies: 300));
        await using var world = World.Create(plan.Plan.Opens);

        var report = await new Rehearsal(world, plan).RunAsync(Cancel);

        Assert.True(report.EndedAsPlanned);
        Assert.InRange(report.Assignments, 299, 310);
        var histories = await HistoriesAsync(world);
        var children = FanOutTree
            .Of(plan)
            .Nodes.Select(node => FanOutTree.Of(plan).Children(node).Count)
            .ToList();
        Assert.InRange(children.Max(), 50, 100);
        // The cycle and the root, all that hang beneath, rounds with their renderings, and corrections.
        Assert.InRange(histories.Count, children.Sum() + 3, children.Sum() + 12);
        Assert.All(
            histories,
            pair =>
            {
                Assert.InRange(pair.Value.Count, 1, 310);
                Assert.InRange(pair.Value.Sum(Encoding.UTF8.GetByteCount), 1, 256 * 1024);
            }
        );
    }

    private static async Task<(
        IReadOnlyList<string> Bodies,
        IReadOnlyList<TimelineItem> Timeline,
        IReadOnlyList<string> Histories
    )> PlayAsync(bool cacheInstances)
    {
        var plan = Plans.Realistic();
        await using var world = World.Create(plan.Plan.Opens, cacheInstances);
        var report = await new Rehearsal(world, plan).RunAsync(Cancel);
        var bodies = new List<string>();
        foreach (
            var stream in plan.Assignments.Select(id => id.Stream).Append(plan.Plan.Cycle.Stream)
        )
        {
            var entries = await world.Get<InMemoryEventStore>().ReadAsync(stream, Cancel);
            Assert.Null(Chain.FirstBroken(entries));
            bodies.AddRange(
                entries.Select(entry => $"{stream} {entry.RecordedAt:O} {entry.Key} {entry.Body}")
            );
        }

        var histories = await HistoriesAsync(world);
        return (
            bodies,
            report.Timeline,
            [.. histories.SelectMany(pair => pair.Value.Prepend(pair.Key))]
        );
    }

    private static async Task<Dictionary<string, IReadOnlyList<string>>> HistoriesAsync(World world)
    {
        var histories = new Dictionary<string, IReadOnlyList<string>>();
        await foreach (var instance in world.Client.GetAllInstancesAsync(new OrchestrationQuery()))
        {
            histories[instance.InstanceId] = await world.Engine.ReadHistoryAsync(
                instance.InstanceId
            );
        }
        return histories;
    }

    private static async Task<List<string>> SecretsAsync(World world, PlanLookup plan)
    {
        var secrets = plan
            .Plan.Bodies.SelectMany(body => body.Contacts)
            .Concat(plan.Plan.Approval.Approvers)
            .Append(plan.Plan.Operations)
            .SelectMany(person => new[] { person.Email, person.Name.Vi, person.Name.En })
            .Concat(plan.Plan.Bodies.SelectMany(body => new[] { body.Name.Vi, body.Name.En }))
            .Concat(
                plan.Plan.ReportTypes.SelectMany(type =>
                    new[] { type.Title.Vi, type.Title.En, type.Outline[0].Vi }
                )
            )
            .Append(plan.Plan.Programme.Title.Vi)
            .ToList();
        await foreach (var mail in world.Get<InMemoryOutbox>().ListAsync(plan.Plan.Cycle, Cancel))
        {
            secrets.AddRange(mail.LinkId is { } id ? [id] : []);
        }
        foreach (
            var stream in plan.Assignments.Select(id => id.Stream).Append(plan.Plan.Cycle.Stream)
        )
        {
            foreach (var entry in await world.Get<InMemoryEventStore>().ReadAsync(stream, Cancel))
            {
                secrets.AddRange(
                    entry.Event switch
                    {
                        AssignmentEvent.SubmissionRecorded { Submission: var sent } =>
                        [
                            sent.FileName,
                            sent.BlobName,
                        ],
                        CycleEvent.Decided { Comment.Length: > 0 } decided => [decided.Comment],
                        _ => [],
                    }
                );
            }
        }
        return secrets;
    }

    private sealed class Copying(RehearsedMailSender post, List<string> tokens) : IMailSender
    {
        public Task<MailOutcome> SendAsync(
            OutgoingMail mail,
            CancellationToken cancellation = default
        )
        {
            var link = new Local.Rehearsal.People.ReceivedMail(mail.Id, mail.Text).Link;
            tokens.AddRange(link is null ? [] : [link.Segments[^1]]);
            tokens.Add(mail.Subject);
            return post.SendAsync(mail, cancellation);
        }
    }
}
