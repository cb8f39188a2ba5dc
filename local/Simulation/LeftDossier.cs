using ProgramReview.Core.Compiling;

namespace ProgramReview.Local.Simulation;

/// <summary>A dossier that a cycle left behind, with all its reports.</summary>
/// <param name="Root">Its root.</param>
/// <param name="Reports">The reports of its pieces, in their order.</param>
internal sealed record LeftDossier(Dossier Root, IReadOnlyList<DossierReport> Reports)
{
    /// <summary>The round it was compiled for.</summary>
    public int Round => Root.Round;

    /// <summary>When it was compiled.</summary>
    public DateTimeOffset CompiledAt => Root.CompiledAt;

    /// <summary>The hash of the figures of the whole, or null.</summary>
    public string? Figures => Root.Figures;

    /// <summary>The reports of which an exception is said.</summary>
    public IEnumerable<DossierReport> With(DossierException exception) =>
        Reports.Where(report => report.Said().Any(said => said.What == exception));
}
