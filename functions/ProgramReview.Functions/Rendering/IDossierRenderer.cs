using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Rendering;

/// <summary>A form in which a dossier is handed out. The same content gives the same bytes: dates are those of the dossier.</summary>
public interface IDossierRenderer
{
    /// <summary>Its name in addresses and in names of files: <c>docx</c>, <c>html</c>.</summary>
    string Format { get; }

    /// <summary>Raised whenever the same content would give other bytes.</summary>
    int Version { get; }

    /// <summary>Its media type.</summary>
    string ContentType { get; }

    /// <summary>Whether it can be drawn in a language.</summary>
    bool Speaks(Language language);

    /// <summary>Draws it, without going back and without holding more than a piece.</summary>
    /// <param name="content">What to draw.</param>
    /// <param name="target">Where to; only written forward.</param>
    /// <param name="cancellation">Stops it.</param>
    Task WriteAsync(DossierContent content, Stream target, CancellationToken cancellation);
}
