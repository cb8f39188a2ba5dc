namespace ProgramReview.Functions.Rendering;

/// <summary>A rendering that was made and kept.</summary>
/// <param name="Id">Which.</param>
/// <param name="Version">The version of its renderer.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
public sealed record RenderedFile(
    RenderingId Id,
    int Version,
    string ContentType,
    long Size,
    string Sha256
)
{
    /// <summary>What it is called once it is fetched; an archive of pages says that it is one.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="dossier">The dossier's hash.</param>
    public string FileName(string cycle, string dossier) =>
        $"{cycle}-{dossier[..12]}-{Id.InAddress}{(IsPackedPages ? ".zip" : "")}";

    private bool IsPackedPages => ContentType == "application/zip" && Id.Format != "zip";
}
