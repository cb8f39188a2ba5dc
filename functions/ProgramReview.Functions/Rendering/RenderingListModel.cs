using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Rendering;

/// <summary>The renderings of a dossier as a page offers them.</summary>
/// <param name="Path">The path they lie below.</param>
/// <param name="Wanted">All that there are to be for its readers.</param>
/// <param name="Files">Those that are made.</param>
public sealed record RenderingListModel(
    string Path,
    IReadOnlyList<RenderingId> Wanted,
    IReadOnlyList<RenderedFile> Files
)
{
    /// <summary>Whether the others are being made; else they cannot be, or were not kept.</summary>
    public bool IsAtWork { get; init; }

    /// <summary>When all are made.</summary>
    public static RenderingListModel Of(string path, IReadOnlyList<RenderedFile> files) =>
        new(path, [.. files.Select(file => file.Id)], files);

    /// <summary>How many are made.</summary>
    public int Made => Files.Count;

    /// <summary>How many there are to be.</summary>
    public int All => Wanted.Count;

    /// <summary>The forms, by name.</summary>
    public IEnumerable<string> Forms => Wanted.Select(id => id.Format).Distinct();

    /// <summary>Whether a form comes in a language.</summary>
    public bool HasForm(string form, Language language) =>
        Wanted.Any(id => id.Format == form && id.Language == language);

    /// <summary>A rendering that is made, or null.</summary>
    public RenderedFile? Find(string form, Language language) =>
        Files.FirstOrDefault(file => file.Id.Format == form && file.Id.Language == language);
}
