using ProgramReview.Core.Figures;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>Who is behind a total of a dossier, each with the cell that says it.</summary>
public sealed record DossierBehindPageModel : IPageModel
{
    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>Whose total.</summary>
    public required FigureView View { get; init; }

    /// <summary>Its cell in the layout.</summary>
    public required int Cell { get; init; }

    /// <summary>The path below which the dossier's pages lie.</summary>
    public required string Path { get; init; }

    /// <summary>Where the file of a report is fetched; null where the reader may not.</summary>
    public required Func<OwnReport, string?> SourceOf { get; init; }

    /// <summary>The bodies of this page.</summary>
    public required IReadOnlyList<Contributor> Behind { get; init; }

    /// <summary>Whether there are more behind them.</summary>
    public required bool HasMore { get; init; }

    /// <summary>The total.</summary>
    public FigureLine Line => FigureLine.Of(View.Layout, View.Figures, Cell);
}
