using System.IO.Compression;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Rendering;

namespace ProgramReview.Local.Rehearsal.Dossiers;

/// <summary>Writes a cycle's newest dossier into a folder, in all forms that the product makes, by the product's own renderers.</summary>
public static class DossierFolder
{
    /// <summary>The folder within it that holds the pages.</summary>
    public const string Pages = "html";

    /// <summary>Writes it; the folder appears only when it is whole.</summary>
    /// <param name="world">Holds the cycle.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="order">What is wanted.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What was written; null if the cycle has no dossier yet.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static async Task<WrittenDossier?> WriteAsync(
        World world,
        CycleId cycle,
        DossierOrder order,
        CancellationToken cancellation
    )
    {
        if (
            await world.Get<Cycles>().FindAsync(cycle, cancellation) is not { } running
            || NewestDossier.Of(running.State) is not { } dossier
        )
        {
            return null;
        }
        var language = order.Language ?? running.Plan.Plan.Operations.Language;
        var unfinished = new DirectoryInfo(
            $"{Path.TrimEndingDirectorySeparator(order.Folder.FullName)}.part"
        );
        if (unfinished.Exists)
        {
            unfinished.Delete(recursive: true);
        }
        unfinished.Create();
        var renderings = world.Get<Renderings>();
        var files = new List<(string, RenderedFile)>();
        foreach (
            var id in renderings.All.Where(id =>
                id.Audience == order.Audience && id.Language == language
            )
        )
        {
            files.Add(await WriteAsync(world, running, dossier.Hash, id, unfinished, cancellation));
        }
        if (order.Folder.Exists)
        {
            order.Folder.Delete();
        }
        unfinished.MoveTo(order.Folder.FullName);
        return new WrittenDossier(
            dossier,
            language,
            files,
            [
                .. renderings
                    .All.Select(id => id.Format)
                    .Distinct()
                    .Except(files.Select(file => file.Item2.Id.Format)),
            ]
        );
    }

    private static async Task<(string, RenderedFile)> WriteAsync(
        World world,
        RunningCycle running,
        string hash,
        RenderingId id,
        DirectoryInfo folder,
        CancellationToken cancellation
    )
    {
        var cycle = running.Ref.Cycle;
        var renderings = world.Get<Renderings>();
        // With the plan as it is kept, as where it was published: whoever holds a duty by now changes nothing.
        var plan = await world.Get<Cycles>().PlanAsync(cycle, cancellation);
        await renderings.MakeAsync(plan, hash, id, cancellation);
        var made = await renderings.MadeAsync(cycle, hash, one => one == id, cancellation);
        var name = made[0].FileName(cycle.Value, hash);
        await using var content = await renderings.OpenAsync(running, hash, made[0], cancellation);
        await using (var file = File.Create(Path.Combine(folder.FullName, name)))
        {
            await content.CopyToAsync(file, cancellation);
        }
        if (id.Format == HtmlRenderer.Name)
        {
            content.Position = 0;
            await ZipFile.ExtractToDirectoryAsync(
                content,
                Path.Combine(folder.FullName, Pages),
                cancellation
            );
        }
        return (name, made[0]);
    }
}
