using ProgramReview.Core.Planning;
using ProgramReview.Functions.Rendering.Drafting;
using ProgramReview.Functions.Rendering.Pdf;

namespace ProgramReview.Functions.Rendering;

/// <summary>A dossier as a pdf, in the languages whose letters need no joining.</summary>
internal sealed class PdfRenderer : IDossierRenderer
{
    /// <inheritdoc/>
    public string Format => "pdf";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public string ContentType => "application/pdf";

    /// <inheritdoc/>
    public bool Speaks(Language language) => language is Language.Vi or Language.En;

    /// <inheritdoc/>
    public async Task WriteAsync(
        DossierContent content,
        Stream target,
        CancellationToken cancellation
    )
    {
        if (!Speaks(content.Language))
        {
            throw new ArgumentException($"No pdf in {content.Language}.", nameof(content));
        }
        await target.WriteAsync(
            await PdfFlow.OfAsync(DossierDraft.Of(content, DraftLimits.Held), cancellation),
            cancellation
        );
    }
}
