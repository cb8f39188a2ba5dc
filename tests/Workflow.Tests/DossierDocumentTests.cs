using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Rendering;
using ProgramReview.Local.Rehearsal;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Workflow.Tests;

/// <summary>The documents of a dossier that a whole played cycle came to.</summary>
public sealed class DossierDocumentTests
{
    [Fact]
    public async Task Every_Document_Follows_From_What_Was_Stored()
    {
        var plan = Plans.Realistic();
        await using var world = World.Create(plan.Plan.Opens, seed: 1);
        await new Rehearsal(world, plan, Profile.Typical, seed: 1).RunAsync(Scenario.Cancel);
        var cycle = (
            await world.Get<IEventStore>().ReadAsync(plan.Plan.Cycle.Stream, Scenario.Cancel)
        ).Cycle;
        var hash = cycle.Dossiers[cycle.Dossiers.Keys.Max()];
        var renderers = world.Get<IEnumerable<IDossierRenderer>>().ToList();

        Assert.Superset(
            new HashSet<string> { "docx", "xlsx", "pdf" },
            renderers.Select(renderer => renderer.Format).ToHashSet()
        );
        foreach (var renderer in renderers)
        {
            foreach (var language in Enum.GetValues<Language>().Where(renderer.Speaks))
            {
                foreach (var audience in Enum.GetValues<Readers>())
                {
                    var content = await world
                        .Get<DossierContents>()
                        .OfAsync(plan, hash, language, audience, Scenario.Cancel);
                    var bytes = await BytesAsync(renderer, content);

                    Assert.Equal(bytes, await BytesAsync(renderer, content));
                    await KeepAsync(
                        $"played.{LanguageTags.TagOf(language)}.{audience}.{renderer.Format}",
                        bytes
                    );
                }
            }
        }
    }

    private static async Task<byte[]> BytesAsync(IDossierRenderer renderer, DossierContent content)
    {
        using var bytes = new MemoryStream();
        await renderer.WriteAsync(content, bytes, Scenario.Cancel);
        return bytes.ToArray();
    }

    // For whoever wants to look at them.
    private static Task KeepAsync(string name, byte[] content) =>
        File.WriteAllBytesAsync(
            Path.Combine(
                Directory.CreateDirectory(SourceTree.PathOf("artifacts/dossier")).FullName,
                name
            ),
            content,
            Scenario.Cancel
        );
}
