using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Rendering;
using ProgramReview.Functions.Status;
using ProgramReview.Local.Rehearsal;
using ProgramReview.Local.Rehearsal.Dossiers;

namespace ProgramReview.Workflow.Tests;

/// <summary>Whoever has an export draws its dossier again without the system that it came from.</summary>
public sealed class DossierFolderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dossier-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task From_An_Export_Come_The_Same_Bytes_As_Were_Published()
    {
        await using var scenario = await PublishedAsync();
        var state = await scenario.StateAsync();
        var rendered = state.Renderings[1];
        var published = await scenario
            .World.Get<RenderingStore>()
            .FindAsync(scenario.Cycle, rendered.Index, Scenario.Cancel);

        foreach (var audience in Enum.GetValues<Readers>())
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                var into = new DirectoryInfo(
                    Path.Combine(folder.FullName, $"{audience}-{language}")
                );
                await using var world = await ReadAsync(scenario);
                var written = await DossierFolder.WriteAsync(
                    world,
                    scenario.Cycle,
                    new DossierOrder(into, language, audience),
                    Scenario.Cancel
                );

                Assert.Equal(new NewestDossier(rendered.DossierHash, 1, 1), written!.Dossier);
                Assert.Equal(
                    published!.Files.Where(file =>
                        file.Id.Audience == audience && file.Id.Language == language
                    ),
                    written.Files.Select(file => file.File)
                );
                foreach (var (name, file) in written.Files)
                {
                    var bytes = await File.ReadAllBytesAsync(
                        Path.Combine(into.FullName, name),
                        Scenario.Cancel
                    );
                    Assert.Equal(file.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
                }
                Assert.Equal(language == Language.Hi ? ["pdf"] : [], written.Unspoken);
                Assert.Contains(
                    "<h1",
                    await File.ReadAllTextAsync(
                        Path.Combine(into.FullName, DossierFolder.Pages, "index.html"),
                        Scenario.Cancel
                    ),
                    StringComparison.Ordinal
                );
            }
        }
    }

    [Fact]
    public async Task The_Archive_For_Those_Who_Took_Part_Holds_Manifest_Receipts_And_Note_And_That_For_Everybody_No_Receipt()
    {
        await using var scenario = await PublishedAsync();
        await using var world = await ReadAsync(scenario);

        var all = await NamesAsync(world, scenario, Readers.Participants);
        var open = await NamesAsync(world, scenario, Readers.Everybody);

        Assert.Contains("manifest.json", all);
        Assert.Contains("README.txt", all);
        Assert.Contains(all, name => name.StartsWith("receipts/", StringComparison.Ordinal));
        Assert.Contains(all, name => name.StartsWith("files/", StringComparison.Ordinal));
        Assert.Contains("manifest.json", open);
        Assert.DoesNotContain(open, name => name.StartsWith("receipts/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Before_A_Publication_It_Is_The_Newest_That_Was_Compiled_And_Before_That_None()
    {
        await using var scenario = await FigureTests.StartAsync();
        var order = new DossierOrder(
            new DirectoryInfo(Path.Combine(folder.FullName, "draft")),
            Language.En,
            Readers.Participants
        );
        await using var early = await ReadAsync(scenario);
        Assert.Null(await DossierFolder.WriteAsync(early, scenario.Cycle, order, Scenario.Cancel));
        Assert.Empty(folder.EnumerateFileSystemInfos());
        await SendAllAsync(scenario);
        await using var world = await ReadAsync(scenario);

        var written = await DossierFolder.WriteAsync(world, scenario.Cycle, order, Scenario.Cancel);

        Assert.Equal(
            new NewestDossier((await scenario.StateAsync()).Dossiers[1], 1, null),
            written!.Dossier
        );
    }

    private static async Task<Scenario> PublishedAsync()
    {
        var scenario = await Scenario.StartAsync(
            change: FigureTests.PlanOf,
            services: services =>
                services
                    .AddRendering()
                    .AddSingleton<IContentReader>(
                        new ContentReader(World.Reading, NullLogger<ContentReader>.Instance)
                    )
        );
        await SendAllAsync(scenario);
        await scenario.ApproveAsync("first");
        await scenario.ApproveAsync("second");
        return scenario;
    }

    private static async Task SendAllAsync(Scenario scenario)
    {
        await FigureTests.SendAsync(scenario, scenario.Alpha, 12, 50);
        await FigureTests.SendAsync(scenario, scenario.Beta, 30, 70);
        await scenario.ToDayAsync(9);
        await scenario.UploadAsync(scenario.Consolidated);
        await scenario.ToDayAsync(14.5);
    }

    private static async Task<World> ReadAsync(Scenario scenario)
    {
        var export = await scenario.ExportAsync(AuditScope.Everything);
        var world = World.Create(scenario.Now);
        await new ExportedCycle(world, scenario.Cycle).ReadAsync(
            AuditFile.ReadAsync(new StringReader(export), Scenario.Cancel),
            Scenario.Cancel
        );
        return world;
    }

    private async Task<IReadOnlyList<string>> NamesAsync(
        World world,
        Scenario scenario,
        Readers audience
    )
    {
        var into = new DirectoryInfo(Path.Combine(folder.FullName, $"{audience}"));
        var written = await DossierFolder.WriteAsync(
            world,
            scenario.Cycle,
            new DossierOrder(into, Language.En, audience),
            Scenario.Cancel
        );
        var archive = written!.Files.Single(one => one.File.Id.Format == DossierArchive.Name).Name;
        using var zip = ZipFile.OpenRead(Path.Combine(into.FullName, archive));
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }
}
