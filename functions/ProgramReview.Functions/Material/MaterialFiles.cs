using System.Runtime.CompilerServices;
using ProgramReview.Core.Events;
using ProgramReview.Core.Material;
using ProgramReview.Core.Narrative;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Forms;
using ProgramReview.Functions.Forms.Flow;
using ProgramReview.Functions.Web.Pages;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Material;

/// <summary>Gives material as files, each written while it is fetched: never more than one piece of it is held.</summary>
public sealed class MaterialFiles(MaterialStore store, FigureReader figures)
{
    /// <summary>The Word document's name in an address.</summary>
    public const string Document = "material.docx";

    /// <summary>The workbook's name in an address.</summary>
    public const string Workbook = "material.xlsx";

    /// <summary>The file of this name, or null if there is none.</summary>
    /// <param name="reader">In whose language, with the plan.</param>
    /// <param name="order">The material, made.</param>
    /// <param name="name">The name.</param>
    internal FormDownload? Find(PageContext reader, MaterialOrder order, string name) =>
        name switch
        {
            Document => Of(
                reader,
                order,
                ".docx",
                DocxFlow.ContentType,
                MaterialDocument.WriteAsync
            ),
            Workbook => Of(
                reader,
                order,
                ".xlsx",
                SheetBook.ContentType,
                MaterialWorkbook.WriteAsync
            ),
            _ => null,
        };

    private FormDownload Of(
        PageContext reader,
        MaterialOrder order,
        string extension,
        string type,
        Func<MaterialContent, Stream, CancellationToken, Task> write
    )
    {
        var title = Text.Get(reader.Language, "material.file");
        var cycle = reader.Plan!.Plan.Cycle;
        return new FormDownload(
            $"{title} - {cycle} - {order.Made!.Manifest[..12]}{extension}",
            $"material-{cycle}-{order.Made.Manifest[..12]}{extension}",
            type,
            async (target, cancellation) =>
                await write(await ContentAsync(reader, order, cancellation), target, cancellation)
        );
    }

    /// <summary>What a file of material is drawn from.</summary>
    internal async Task<MaterialContent> ContentAsync(
        PageContext reader,
        MaterialOrder order,
        CancellationToken cancellation
    )
    {
        var cycle = reader.Plan!.Plan.Cycle;
        var manifest = await store.GetAsync(cycle, order.Made!.Manifest, cancellation);
        return new MaterialContent(reader, order, manifest, TextSelection.Sections(reader.Plan))
        {
            Pieces = stop => PiecesAsync(manifest, stop),
            Sections = (piece, section, stop) => store.SectionAsync(cycle, piece, section, stop),
            Figures = stop => FiguresAsync(reader.Plan, manifest, stop),
        };
    }

    private async IAsyncEnumerable<(string Hash, MaterialPiece Piece)> PiecesAsync(
        MaterialManifest manifest,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        foreach (var hash in manifest.Pieces)
        {
            yield return (hash, await store.GetPieceAsync(manifest.Cycle, hash, cancellation));
        }
    }

    private async IAsyncEnumerable<FigureView> FiguresAsync(
        PlanLookup plan,
        MaterialManifest manifest,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        if (manifest.Figures is not { } hash)
        {
            yield break;
        }
        var whole = await figures.GetAsync(plan, hash, cancellation);
        yield return whole;
        await foreach (var below in figures.BelowAsync(plan, whole, cancellation))
        {
            yield return below;
        }
    }
}
