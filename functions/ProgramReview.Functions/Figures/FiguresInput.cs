using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Figures;

/// <summary>What the process that adds figures up is started and renewed with.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="HasBegun">Whether it looked already if all nodes are there.</param>
/// <param name="MostDepth">How deep the nodes may be that are made next; null for any. Deeper ones wait for what is to be read again.</param>
/// <param name="Telling">How far the authors have been asked; null while figures are added up.</param>
public sealed record FiguresInput(
    CycleRef Cycle,
    bool HasBegun = false,
    int? MostDepth = null,
    FigureTelling? Telling = null
);
