using System.Text.Json;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Narrative;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Narrative;
using ProgramReview.Functions.Rendering;

namespace ProgramReview.Workflow.Tests;

/// <summary>A dossier shows the words that it quoted, whatever a newer version of the product reads in the same file.</summary>
public sealed class QuotedTextTests
{
    private static readonly string File = new('a', 64);

    [Fact]
    public async Task A_Dossier_Shows_What_Its_Own_Versions_Read_And_A_Running_Cycle_What_The_Present_Ones_Read()
    {
        await using var scenario = await Scenario.StartAsync();
        await KeepAsync(scenario, new(1, 1), "then");
        await KeepAsync(scenario, new(IContentReader.Version, ReportText.Version), "now");

        Assert.Equal("then", await QuotedAsync(scenario, new(1, 1)));
        Assert.Equal("now", await QuotedAsync(scenario, new(2, 1)));
        var live = await scenario
            .World.Get<ReportTexts>()
            .FindAsync(scenario.Plan, PartOf(scenario), File, Scenario.Cancel);
        Assert.Equal("now", live!.Sections[0].Paragraphs[0].Text);
    }

    [Fact]
    public async Task What_Was_Read_Before_Its_Versions_Is_What_It_Quoted_And_What_Came_After_Is_Not()
    {
        await using var scenario = await Scenario.StartAsync();

        await KeepAsync(scenario, new(2, 2), "later");
        Assert.Null(await QuotedAsync(scenario, new(2, 1)));
        Assert.Null(await QuotedAsync(scenario, new(1, 2)));

        await KeepAsync(scenario, new(1, 1), "then");
        Assert.Equal("then", await QuotedAsync(scenario, new(2, 1)));
        Assert.Equal("then", await QuotedAsync(scenario, new(1, 2)));
        Assert.Equal("later", await QuotedAsync(scenario, new(3, 2)));
    }

    [Fact]
    public async Task A_Rendering_Is_Drawn_With_The_Versions_That_Its_Dossier_Names()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();
        await KeepAsync(scenario, new(1, 1), "then");
        await KeepAsync(scenario, new(2, 1), "now");
        var dossiers = scenario.World.Get<DossierStore>();
        var root = await dossiers.GetAsync(
            scenario.Cycle,
            (await scenario.StateAsync()).Dossiers[1],
            Scenario.Cancel
        );
        var hash = await dossiers.AddAsync(
            root with
            {
                Versions = new DossierVersions(1, 1),
            },
            Scenario.Cancel
        );

        var content = await scenario
            .World.Get<DossierContents>()
            .OfAsync(scenario.Plan, hash, Language.En, Readers.Participants, Scenario.Cancel);
        var said = await content.TextAsync(PartOf(scenario), File, Scenario.Cancel);

        Assert.Equal("then", said!.Sections[0].Paragraphs[0].Text);
    }

    private static PartId PartOf(Scenario scenario) => new(scenario.Alpha, "report");

    private static async Task<string?> QuotedAsync(Scenario scenario, DossierVersions versions) =>
        (
            await scenario
                .World.Get<ReportTexts>()
                .QuotedAsync(scenario.Plan, PartOf(scenario), File, versions, Scenario.Cancel)
        )
            ?.Sections[0]
            .Paragraphs[0]
            .Text;

    // Under the names that former versions gave.
    private static Task<bool> KeepAsync(
        Scenario scenario,
        DossierVersions versions,
        string words
    ) =>
        scenario
            .World.Get<IDocumentStore>()
            .TryCreateAsync(
                $"texts/small/alpha/r1/report/{File}/{versions.Reader}-{versions.Texts}.json",
                "application/json",
                JsonSerializer.SerializeToUtf8Bytes(
                    new ReportText([new SectionText(null, null, [new TextParagraph(words)])])
                ),
                Scenario.Cancel
            );
}
