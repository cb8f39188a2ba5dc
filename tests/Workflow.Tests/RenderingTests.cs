using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Rendering;
using ProgramReview.Functions.Status;

namespace ProgramReview.Workflow.Tests;

/// <summary>A dossier is made into files while approvers decide about it, once each, and whatever becomes of one, the others are there.</summary>
public sealed class RenderingTests
{
    [Fact]
    public async Task All_Are_Made_While_The_Round_Is_Open_And_Are_What_The_Record_Says()
    {
        var plain = new PlainRenderer();
        await using var scenario = await Scenario.StartAsync(services: Adding(plain));

        await scenario.ReachApprovalAsync();

        var state = await scenario.StateAsync();
        Assert.Null(state.Round(1)!.Outcome);
        var rendered = state.Renderings[1];
        Assert.Equal(state.Dossiers[1], rendered.DossierHash);
        var store = scenario.World.Get<RenderingStore>();
        var index = (await store.FindAsync(scenario.Cycle, rendered.Index, Scenario.Cancel))!;
        Assert.Equal(scenario.World.Get<Renderings>().All, index.Files.Select(file => file.Id));
        // Two audiences; the plain form speaks two of three languages, and there is an archive in each.
        Assert.Equal(2 * (2 + 3), index.Files.Count);
        foreach (var file in index.Files)
        {
            await using var stored = await store.OpenAsync(
                scenario.Cycle,
                rendered.DossierHash,
                file,
                Scenario.Cancel
            );
            Assert.Equal(file.Size, stored.Length);
            Assert.Equal(
                file.Sha256,
                Convert.ToHexStringLower(await SHA256.HashDataAsync(stored, Scenario.Cancel))
            );
        }
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task One_That_Cannot_Be_Made_Holds_Up_Neither_The_Others_Nor_The_Publication()
    {
        var (plain, broken) = (new PlainRenderer(), new BrokenRenderer());
        await using var scenario = await Scenario.StartAsync(services: Adding(plain, broken));
        await scenario.ReachApprovalAsync();

        await scenario.ToAsync(scenario.Now.AddHours(3));

        var state = await scenario.StateAsync();
        Assert.Empty(state.Renderings);
        Assert.Equal(4, await MadeAsync(scenario, "docx"));
        Assert.Equal(0, await MadeAsync(scenario, DossierArchive.Name));
        Assert.Contains(
            await scenario.AlarmsAsync(),
            alarm =>
                alarm.Kind == StatusAlarmKind.ProcessFailed
                && alarm.Detail!.Contains("small.rendering.1", StringComparison.Ordinal)
        );
        var page = await DraftAsync(scenario, "dossier", null);
        Assert.Contains("2 of 8", page.Body, StringComparison.Ordinal);

        await scenario.ApproveAsync("first");
        await scenario.ApproveAsync("second");

        Assert.Equal(CycleOutcome.Published, (await scenario.StateAsync()).End?.Outcome);
    }

    [Fact]
    public async Task What_Failed_Is_Made_Once_It_Is_Mended_And_Begun_Anew()
    {
        var (plain, broken) = (new PlainRenderer(), new BrokenRenderer());
        await using var scenario = await Scenario.StartAsync(services: Adding(plain, broken));
        await scenario.ReachApprovalAsync();
        await scenario.ToAsync(scenario.Now.AddHours(3));
        broken.IsMended = true;

        await scenario.RetryAsync("small.rendering.1");
        await scenario.SettleAsync();

        Assert.NotNull((await scenario.StateAsync()).Renderings[1].Index);
        Assert.All(plain.Written.Values, times => Assert.Equal(1, times));
        await scenario.AssertSoundAsync(failuresAllowed: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_Process_That_Dies_At_Every_Write_Makes_Nothing_Twice(bool isAfter)
    {
        var plain = new PlainRenderer();
        var cuts = new Faults();
        void Break(Faults.PortCall call)
        {
            if (
                call.Method == "IDocumentStore.TryCreateAsync"
                && call.Key.Split('/') is ["dossiers", _, _, _, ..]
            )
            {
                cuts.FailOnce(call);
            }
        }
        cuts.After = isAfter ? Break : _ => { };
        cuts.Before = isAfter ? _ => { } : Break;
        await using var scenario = await Scenario.StartAsync(services: services =>
        {
            Adding(plain)(services);
            cuts.Watch<IDocumentStore>(services);
        });

        await scenario.ReachApprovalAsync();
        await scenario.ToAsync(scenario.Now.AddHours(1));

        // Ten files, each with its note, and their list.
        Assert.Equal(21, cuts.Count);
        Assert.Single(
            (await scenario.EntriesAsync(scenario.Cycle.Stream)),
            entry => entry.Event is CycleEvent.DossierRendered
        );
        Assert.Equal(4, plain.Written.Count);
        Assert.All(plain.Written.Values, times => Assert.Equal(1, times));
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Of_A_Dossier_That_Does_Not_Hold_Any_More_None_Is_Begun()
    {
        var plain = new PlainRenderer();
        await using var scenario = await Scenario.StartAsync(services: Adding(plain));
        await scenario.ReachApprovalAsync();
        await scenario.AskForChangesAsync("first", "Again.", scenario.Alpha);
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.ToAsync(scenario.Now.AddDays(3));

        var state = await scenario.StateAsync();
        Assert.Equal([1, 2], state.Renderings.Keys.Order());
        Assert.False(state.AwaitsRenderings(1));
        Assert.NotEqual(state.Renderings[1].DossierHash, state.Renderings[2].DossierHash);
    }

    private static Action<IServiceCollection> Adding(params IDossierRenderer[] renderers) =>
        services =>
        {
            foreach (var renderer in renderers)
            {
                services.AddSingleton(renderer);
            }
        };

    private static async Task<int> MadeAsync(Scenario scenario, string format) =>
        (
            await scenario
                .World.Get<Renderings>()
                .MadeAsync(
                    scenario.Cycle,
                    (await scenario.StateAsync()).Dossiers[1],
                    id => id.Format == format,
                    Scenario.Cancel
                )
        ).Count;

    private static Task<FormReply> DraftAsync(Scenario scenario, string part, string? file) =>
        new PostedForm(scenario.World).GetAsync<RoundDossierFunction>(
            isPage: true,
            (function, request) =>
                function.RunAsync(request, scenario.Cycle.ToString(), part, file, Scenario.Cancel)
        );

    /// <summary>Writes a line a report, and counts how often it was asked to.</summary>
    private sealed class PlainRenderer : IDossierRenderer
    {
        public Dictionary<(Language, Readers), int> Written { get; } = [];

        public string Format => "docx";

        public int Version => 3;

        public string ContentType => "text/plain";

        public bool Speaks(Language language) => language != Language.Hi;

        public async Task WriteAsync(
            DossierContent content,
            Stream target,
            CancellationToken cancellation
        )
        {
            lock (Written)
            {
                var key = (content.Language, content.Audience);
                Written[key] = Written.GetValueOrDefault(key) + 1;
            }
            await foreach (var piece in content.Pieces(cancellation))
            {
                foreach (var report in piece.Reports)
                {
                    await target.WriteAsync(
                        Encoding.UTF8.GetBytes($"{report.Assignment} {report.Phase}\n"),
                        cancellation
                    );
                }
            }
        }
    }

    private sealed class BrokenRenderer : IDossierRenderer
    {
        public bool IsMended { get; set; }

        public string Format => "pdf";

        public int Version => 1;

        public string ContentType => "application/octet-stream";

        public bool Speaks(Language language) => true;

        public async Task WriteAsync(
            DossierContent content,
            Stream target,
            CancellationToken cancellation
        )
        {
            await target.WriteAsync("half"u8.ToArray(), cancellation);
            if (!IsMended)
            {
                throw new InvalidOperationException("It cannot be drawn.");
            }
        }
    }
}
