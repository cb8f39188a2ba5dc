using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Naming;

namespace ProgramReview.Local.Simulation;

/// <summary>The figures that a dossier names, down to the cells.</summary>
/// <param name="Whole">The record that the dossier names; null if it cannot be read.</param>
/// <param name="Nodes">All records behind it, by their hashes; whatever cannot be read is missing.</param>
/// <param name="Annexes">What was read of each version that counts in the dossier, by assignment.</param>
internal sealed record LeftFigures(
    FigureNode? Whole,
    IReadOnlyDictionary<string, FigureNode> Nodes,
    IReadOnlyDictionary<AssignmentId, AnnexFacts> Annexes
);
