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
}
