using ProgramReview.Core.Events;
using ProgramReview.Core.Figures;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>The figures of one node of a dossier.</summary>
public sealed record DossierFiguresPageModel : IPageModel
{
    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>The node's figures.</summary>
    public required FigureView View { get; init; }

    /// <summary>The path below which the dossier's pages lie.</summary>
    public required string Path { get; init; }

    /// <summary>Where the file of a report is fetched; null where the reader may not.</summary>
    public required Func<OwnReport, string?> SourceOf { get; init; }

    /// <summary>What does not go together in them, the heaviest first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }
}
