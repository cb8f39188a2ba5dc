using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ProgramReview.Core.Events;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Watch;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal.People;
using static ProgramReview.Local.Rehearsal.Plans.SmallPlan;

namespace ProgramReview.Workflow.Tests;

/// <summary>Figures are at all times what the versions that count say: through uploads, orders, lost news and storage that somebody changed.</summary>
public sealed class FigureTests
{
    private const string Part = "annex";

    [Fact]
    public async Task Figures_Follow_What_Counts()
    {
        await using var scenario = await StartAsync();
        await scenario.ReconcileAsync();
        Assert.Equal((null, 0, 3), await MembersAsync(scenario));

        await SendAsync(scenario, scenario.Alpha, 10, 50);
        await SendAsync(scenario, scenario.Beta, 30, 70);
        await scenario.ReconcileAsync();
        Assert.Equal((40, 2, 1), await MembersAsync(scenario));
        Assert.Equal(65, (await LineAsync(scenario, "good")).Below!.Value);

        await SendAsync(scenario, scenario.Alpha, 12, 50);
        await scenario.ReconcileAsync();
        Assert.Equal((42, 2, 1), await MembersAsync(scenario));

        await scenario.ExemptAsync(scenario.Gamma);
        await scenario.ReconcileAsync();
        var line = await LineAsync(scenario, "members");
        Assert.Equal(
            (42, 0, 1),
            (line.Below!.Value, line.Below.Counts.Missing, line.Below.Counts.Exempt)
        );
        await scenario.AssertSoundAsync();
        await AssertRecountAsync(scenario);
    }

    [Fact]
    public async Task One_Changed_Report_Costs_As_Many_Operations_As_The_Tree_Is_Deep()
    {
        const int OfEachNode = 12;
        List<string> calls = [];
        await using var scenario = await StartAsync(faults =>
            faults.Before = call =>
            {
                lock (calls)
                {
                    calls.Add(call.Method);
                }
            }
        );
        await SendAsync(scenario, scenario.Alpha, 10, 50);
        await scenario.ReconcileAsync();
        await SendAsync(scenario, scenario.Alpha, 11, 50);
        calls.Clear();

        await AddUpAsync(scenario);

        var figures = calls.Where(call =>
            call.StartsWith("IFigureStore.", StringComparison.Ordinal)
            || call.Contains("Figure", StringComparison.Ordinal)
            || call == "IAssignmentIndex.FindAsync"
        );
        Assert.InRange(figures.Count(), 3, 3 * OfEachNode);
        Assert.Equal((11, 1, 2), await MembersAsync(scenario));
    }

    [Fact]
    public async Task Many_Changes_Below_A_Node_Cost_It_One_Write()
    {
        var roots = 0;
        await using var scenario = await StartAsync(faults =>
            faults.Before = call =>
                roots += call.Method == "IFigureStore.TryPutAsync" && call.Key.Contains('~') ? 1 : 0
        );
        await scenario.ReconcileAsync();
        foreach (var id in (AssignmentId[])[scenario.Alpha, scenario.Beta, scenario.Gamma])
        {
            await SendAsync(scenario, id, 10, 50);
        }
        var before = await RootAsync(scenario);
        roots = 0;

        await scenario.ReconcileAsync();

        Assert.NotEqual(before, await RootAsync(scenario));
        Assert.InRange(roots, 0, 2);
    }

    // What came in the last second is in the dossier's figures, though no look has added it up.
    [Fact]
    public async Task A_Dossier_Waits_Until_Its_Figures_Are_Added_Up()
    {
        await using var scenario = await StartAsync();
        await SendAsync(scenario, scenario.Alpha, 10, 50);
        await SendAsync(scenario, scenario.Beta, 30, 70);
        await scenario.ToDayAsync(9);
        await scenario.UploadAsync(scenario.Consolidated);
        await scenario.ToDayAsync(14.5);

        var dossier = await scenario.DossierAsync(1);

        Assert.NotNull(dossier.Figures);
        var whole = await scenario
            .World.Get<FigureReader>()
            .GetAsync(scenario.Plan, dossier.Figures, Scenario.Cancel);
        Assert.Equal(40, whole.Lines("members")[0].Below!.Value);
        Assert.Equal(
            dossier.Figures,
            (await scenario.EventsAsync<CycleEvent.Anchored>(scenario.Cycle.Stream))[^1].Figures
        );
        await AssertRecountAsync(scenario);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Row_That_Was_Never_Written_Is_Written_Before_The_Dossier_Is_Compiled()
    {
        var isLost = false;
        await using var scenario = await StartAsync(faults =>
            faults.Before = call =>
            {
                if (isLost && call.Method == "IAssignmentIndex.PutAsync")
                {
                    throw new IOException("The line was cut.");
                }
            }
        );
        await SendAsync(scenario, scenario.Alpha, 10, 50);
        await scenario.ToDayAsync(9);
        await scenario.UploadAsync(scenario.Consolidated);
        await scenario.ToDayAsync(13);
        isLost = true;
        await Assert.ThrowsAnyAsync<Exception>(() => scenario.ExemptAsync(scenario.Beta));
        isLost = false;
        await scenario.ToDayAsync(14.5);

        var dossier = await scenario.DossierAsync(1);

        var whole = await scenario
            .World.Get<FigureReader>()
            .GetAsync(scenario.Plan, dossier.Figures!, Scenario.Cancel);
        Assert.Equal(1, whole.Lines("members")[0].Below!.Counts.Exempt);
        await AssertRecountAsync(scenario);
    }

    [Fact]
    public async Task The_Daily_Look_Mends_What_Was_Changed_In_Storage_And_Says_So()
    {
        await using var scenario = await StartAsync();
        await SendAsync(scenario, scenario.Alpha, 10, 50);
        await scenario.ReconcileAsync();
        var right = await RootAsync(scenario);
        var store = scenario.World.Get<InMemoryFigureStore>();
        var (office, alpha) = (new FanOutNode("office"), new FanOutNode("alpha"));
        var found = await store.FindAsync(scenario.Cycle, office, alpha, Scenario.Cancel);
        Assert.True(
            await store.TryPutAsync(
                scenario.Cycle,
                office,
                alpha,
                found.Row! with
                {
                    Hash = new string('0', 64),
                    Shares = found.Row.Shares! with { Hash = new string('0', 64) },
                },
                found.Version,
                Scenario.Cancel
            )
        );

        await ProveAsync(scenario);

        var mended = Assert.Single(
            await scenario.EventsAsync<CycleEvent.FiguresMended>(scenario.Cycle.Stream)
        );
        Assert.Equal([alpha.ToString()], mended.Nodes);
        Assert.Equal(right, await RootAsync(scenario));
        await AssertRecountAsync(scenario);
    }

    [Fact]
    public async Task The_Daily_Look_Takes_No_Honest_Change_For_A_Fault()
    {
        await using var scenario = await StartAsync();
        await SendAsync(scenario, scenario.Alpha, 10, 50);
        await scenario.ReconcileAsync();
        await SendAsync(scenario, scenario.Alpha, 11, 50);
        await SendAsync(scenario, scenario.Beta, 30, 50);

        await ProveAsync(scenario);
        await ProveAsync(scenario);

        Assert.Empty(await scenario.EventsAsync<CycleEvent.FiguresMended>(scenario.Cycle.Stream));
        Assert.Equal((41, 2, 1), await MembersAsync(scenario));
    }

    [Fact]
    public async Task What_Was_Read_And_Is_Lost_Is_Read_Again_Before_Anything_Is_Said()
    {
        await using var scenario = await StartAsync();
        await scenario.ReconcileAsync();
        scenario.Pages.HoldsChecks = true;
        var file = await SendAsync(scenario, scenario.Alpha, 10, 50);
        scenario.Pages.HoldsChecks = false;
        await scenario.ReconcileAsync();
        await scenario.ToAsync(scenario.Now.AddMinutes(5));
        await scenario.ReconcileAsync();
        scenario
            .World.Get<InMemoryDocumentStore>()
            .Lose(name => name.Contains(file.Sha256, StringComparison.Ordinal));
        await scenario.World.Get<FigureWriter>().ProveAsync(scenario.Plan, Scenario.Cancel);

        await AddUpAsync(scenario);

        Assert.True((await StandAsync(scenario)).IsSettled);
        Assert.Equal((10, 1, 2), await MembersAsync(scenario));
        Assert.Empty(await scenario.EventsAsync<CycleEvent.FiguresMended>(scenario.Cycle.Stream));
    }

    [Fact]
    public async Task A_Step_That_Stops_Before_It_Marks_The_Node_Above_Loses_Nothing()
    {
        var isCut = false;
        await using var scenario = await StartAsync(faults =>
            faults.Before = call =>
            {
                if (isCut && call.Method == "IAssignmentIndex.MarkFiguresAsync")
                {
                    isCut = false;
                    throw new IOException("The line was cut.");
                }
            }
        );
        await SendAsync(scenario, scenario.Alpha, 10, 50);
        await scenario.ReconcileAsync();
        await SendAsync(scenario, scenario.Alpha, 12, 50);
        isCut = true;

        await scenario.ReconcileAsync();
        await scenario.ToAsync(scenario.Now.AddMinutes(1));
        await scenario.SettleAsync();

        Assert.False(isCut);
        Assert.Equal((12, 1, 2), await MembersAsync(scenario));
        await AssertRecountAsync(scenario);
    }

    [Fact]
    public async Task A_Process_That_Was_Ended_From_Outside_Is_Begun_Anew()
    {
        await using var scenario = await StartAsync();
        var name = $"{scenario.Cycle}.figures";
        await SendAsync(scenario, scenario.Alpha, 10, 50);
        await scenario.World.Get<Reconciler>().LookAsync(scenario.World.Client, Scenario.Cancel);
        await scenario.World.Client.TerminateInstanceAsync(name, Scenario.Cancel);
        await scenario.SettleAsync();

        await scenario.ReconcileAsync();

        Assert.Equal((10, 1, 2), await MembersAsync(scenario));
        await scenario.AssertSoundAsync();
        Assert.DoesNotContain(name, await scenario.LiveInstancesAsync());
    }

    [Fact]
    public async Task A_Plan_Without_Indicators_Has_No_Figures_And_No_Process()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReconcileAsync();
        await scenario.ReachApprovalAsync();

        Assert.Null((await scenario.DossierAsync(1)).Figures);
        Assert.Null(
            await scenario.World.Client.GetInstanceAsync(
                $"{scenario.Cycle}.figures",
                Scenario.Cancel
            )
        );
    }

    // The office says 100, and those below it 10, 60 and 5.
    [Fact]
    public async Task Authors_Are_Asked_Once_When_All_Have_Settled()
    {
        await using var scenario = await StartAsync(officeTells: true);
        var office = new AssignmentId(scenario.Cycle, "office", "r0");
        await SendAsync(scenario, office, 100, 50);
        await SendAsync(scenario, scenario.Alpha, 10, 50);
        await SendAsync(scenario, scenario.Beta, 60, 50);
        await scenario.ReconcileAsync();
        Assert.Empty(await AskedAsync(scenario, office));

        await SendAsync(scenario, scenario.Gamma, 5, 50);
        await scenario.ReconcileAsync();
        await scenario.ReconcileAsync();

        var asked = Assert.Single(await AskedAsync(scenario, office));
        var question = Assert.Single(asked.Findings);
        Assert.Equal(("between-parent", Severity.Query), (question.Code, question.Severity));
        Assert.Equal(["100", "75", "3", "3"], question.Arguments);
        Assert.Equal("C2", question.Place!.Cell);
        Assert.Single(await LettersAsync(scenario, nameof(FiguresComparedLetter)));
        await AssertSummedUpOnceAsync(scenario);
        Assert.True((await scenario.StateAsync(office)).IsAccepted);
        Assert.Empty(await AskedAsync(scenario, scenario.Alpha));
        Assert.True(
            (await LineAsync(scenario, "members", "office")).Own!.Value.Figure.IsUnexplained
        );
        await scenario.AssertSoundAsync();
        await AssertRecountAsync(scenario);
    }

    [Fact]
    public async Task An_Answer_Makes_No_Second_Letter_And_Another_Figure_Makes_Another_Question()
    {
        await using var scenario = await StartAsync(officeTells: true);
        var office = new AssignmentId(scenario.Cycle, "office", "r0");
        foreach (
            var (id, members) in ((AssignmentId, decimal)[])
                [(office, 100), (scenario.Alpha, 10), (scenario.Beta, 60), (scenario.Gamma, 5)]
        )
        {
            await SendAsync(scenario, id, members, 50);
        }
        await scenario.ReconcileAsync();
        var question = Assert.Single(Assert.Single(await AskedAsync(scenario, office)).Findings);

        var (explained, _) = await scenario
            .World.Get<ExplanationRecorder>()
            .RecordAsync(
                scenario.World.Client,
                await scenario.CycleAsync(),
                office,
                "office-officer",
                null,
                question.Key,
                "We count members of the office too.",
                Scenario.Cancel
            );
        await scenario.SettleAsync();
        await scenario.ReconcileAsync();

        Assert.NotNull(explained);
        Assert.Single(await AskedAsync(scenario, office));
        Assert.Single(await LettersAsync(scenario, nameof(FiguresComparedLetter)));
        Assert.False(
            (await LineAsync(scenario, "members", "office")).Own!.Value.Figure.IsUnexplained
        );

        await SendAsync(scenario, scenario.Gamma, 6, 50);
        await scenario.ReconcileAsync();
        Assert.Equal(2, (await AskedAsync(scenario, office)).Count);
        Assert.Equal(2, (await LettersAsync(scenario, nameof(FiguresComparedLetter))).Count);

        await SendAsync(scenario, scenario.Gamma, 30, 50);
        await scenario.ReconcileAsync();
        Assert.Empty((await AskedAsync(scenario, office))[^1].Findings);
        Assert.Equal(2, (await LettersAsync(scenario, nameof(FiguresComparedLetter))).Count);
        await AssertSummedUpOnceAsync(scenario);
        await scenario.AssertSoundAsync();
        await AssertRecountAsync(scenario);
    }

    /// <summary>A cycle whose units send figures and whose consolidated report is a text.</summary>
    internal static Task<Scenario> StartAsync(
        Action<Faults>? faults = null,
        bool officeTells = false
    ) =>
        Scenario.StartAsync(
            faults,
            plan => officeTells ? WithOffice(PlanOf(plan)) : PlanOf(plan),
            services =>
                services.AddSingleton<IContentReader>(
                    new ContentReader(new ReadingLimits(), NullLogger<ContentReader>.Instance)
                )
        );

    internal static Plan PlanOf(Plan plan) =>
        plan with
        {
            ReportTypes =
            [
                plan.ReportTypes[0] with
                {
                    Parts =
                    [
                        new ReportPart(
                            Part,
                            Text("Annex"),
                            PartKind.Annex,
                            [FileFormat.Csv],
                            Required: true
                        ),
                    ],
                },
                plan.ReportTypes[1],
            ],
            Periods =
            [
                new Period
                {
                    Code = "y2025",
                    Title = new("2025", "2025", "2025"),
                    To = new DateOnly(2025, 12, 31),
                },
            ],
            Indicators =
            [
                new Indicator
                {
                    Code = "members",
                    Name = Text("Members of clubs"),
                    Unit = new("people", "people", "people"),
                    Kind = IndicatorKind.Count,
                    RollUp = RollUp.Sum,
                    Min = 0,
                    AskedOf = [new AskedOf("r1", null)],
                },
                new Indicator
                {
                    Code = "good",
                    Name = Text("Share of good families"),
                    Unit = new("%", "%", "%"),
                    Kind = IndicatorKind.Percent,
                    Decimals = 1,
                    RollUp = RollUp.Weighted,
                    WeightedBy = "members",
                    Min = 0,
                    Max = 100,
                    AskedOf = [new AskedOf("r1", null)],
                },
            ],
        };

    // The office reports of itself with all its units, before it reports of the whole.
    private static Plan WithOffice(Plan plan) =>
        plan with
        {
            ReportTypes =
            [
                plan.ReportTypes[0] with
                {
                    Code = "r0",
                    OwedBy = ["office"],
                },
                .. plan.ReportTypes,
            ],
            Indicators =
            [
                .. plan.Indicators!.Select(indicator =>
                    indicator with
                    {
                        AskedOf = [new AskedOf("r0", null), .. indicator.AskedOf],
                    }
                ),
            ],
        };

    private static Task<IReadOnlyList<AssignmentEvent.FiguresCompared>> AskedAsync(
        Scenario scenario,
        AssignmentId assignment
    ) => scenario.EventsAsync<AssignmentEvent.FiguresCompared>(assignment.Stream);

    private static async Task<IReadOnlyList<OutboxMail>> LettersAsync(
        Scenario scenario,
        string kind
    ) =>
        [
            .. (await scenario.OutboxAsync()).Where(mail =>
                mail.Kind == kind && mail.Outcome?.Status == MailStatus.Accepted
            ),
        ];

    // Whoever writes the consolidated report by their own link, and operations without one.
    private static async Task AssertSummedUpOnceAsync(Scenario scenario)
    {
        var plan = scenario.Plan.Plan;
        var authors = scenario
            .Plan.Assignments.Where(id => id.ReportType == plan.ConsolidatedReport)
            .SelectMany(id => scenario.Plan.Body(id.Body).Contacts);
        Assert.Equal(
            authors
                .Select(one => (one.Id, IsByLink: true))
                .Append((plan.Operations.Id, false))
                .Order(),
            (await LettersAsync(scenario, nameof(FigureSummaryLetter)))
                .Select(mail => (mail.Person, mail.LinkId is not null))
                .Order()
        );
    }

    internal static async Task<Submission> SendAsync(
        Scenario scenario,
        AssignmentId assignment,
        decimal members,
        decimal good
    )
    {
        // Of two that come in the same instant nobody could say which is the newer.
        await scenario.ToAsync(scenario.Now.AddMinutes(1));
        return await scenario.UploadAsync(assignment, FileOf(members, good), Part);
    }

    private static SampleFile FileOf(decimal members, decimal good) =>
        new(
            "annex.csv",
            Encoding.UTF8.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Name;Unit;2025\nMembers of clubs;people;{members}\nShare of good families;%;{good}\n"
                )
            )
        );

    private static async Task AddUpAsync(Scenario scenario)
    {
        await scenario
            .World.Get<FigureWatch>()
            .WatchAsync(scenario.World.Client, await scenario.CycleAsync(), Scenario.Cancel);
        await scenario.SettleAsync();
        if (!(await StandAsync(scenario)).IsSettled)
        {
            await scenario.ReconcileAsync();
        }
    }

    private static async Task ProveAsync(Scenario scenario)
    {
        await scenario
            .World.Get<FigureWatch>()
            .ProveAsync(scenario.World.Client, await scenario.CycleAsync(), Scenario.Cancel);
        await scenario.SettleAsync();
        Assert.True((await StandAsync(scenario)).IsSettled);
    }

    private static Task<FigureStand> StandAsync(Scenario scenario) =>
        scenario.World.Get<FigureSettling>().FindAsync(scenario.Plan, Scenario.Cancel);

    private static async Task<string?> RootAsync(Scenario scenario) =>
        (
            await scenario
                .World.Get<FigureReader>()
                .FindAsync(scenario.Plan, FanOutNode.Root, Scenario.Cancel)
        )?.Hash;

    private static async Task<FigureLine> LineAsync(
        Scenario scenario,
        string indicator,
        string body = ""
    )
    {
        Assert.True((await StandAsync(scenario)).IsSettled);
        var whole = await scenario
            .World.Get<FigureReader>()
            .FindAsync(scenario.Plan, new FanOutNode(body), Scenario.Cancel);
        return Assert.Single(whole!.Lines(indicator));
    }

    private static async Task<(decimal? Value, int Given, int Missing)> MembersAsync(
        Scenario scenario
    )
    {
        var below = (await LineAsync(scenario, "members")).Below!;
        return (below.Value, below.Counts.Given, below.Counts.Missing);
    }

    // All made anew from the rows, by the fold alone: incremental is full.
    private static async Task AssertRecountAsync(Scenario scenario)
    {
        var source = scenario.World.Get<FigureSource>();
        var reports = new Dictionary<AssignmentId, ReportFigures>();
        foreach (var id in scenario.Plan.Assignments)
        {
            reports[id] = (await source.FindAsync(scenario.Plan, id, Scenario.Cancel))!;
        }
        var full = FigureFold.All(scenario.Plan, id => reports[id]).Last();
        Assert.Equal(full.Hash, await RootAsync(scenario));
    }
}
