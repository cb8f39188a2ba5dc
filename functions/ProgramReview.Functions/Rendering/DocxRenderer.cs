using ProgramReview.Core.Planning;
using ProgramReview.Functions.Forms.Flow;
using ProgramReview.Functions.Rendering.Drafting;

namespace ProgramReview.Functions.Rendering;

/// <summary>A dossier as a Word document.</summary>
internal sealed class DocxRenderer : IDossierRenderer
{
    /// <inheritdoc/>
    public string Format => "docx";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public string ContentType => DocxFlow.ContentType;

    /// <inheritdoc/>
    public bool Speaks(Language language) => true;

    /// <inheritdoc/>
    public Task WriteAsync(DossierContent content, Stream target, CancellationToken cancellation) =>
        DocxFlow.WriteAsync(DossierDraft.Of(content, DraftLimits.Written), target, cancellation);
}
