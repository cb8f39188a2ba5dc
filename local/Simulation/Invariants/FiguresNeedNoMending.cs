using ProgramReview.Core.Events;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Whatever changes figures marks them: the daily proof finds nothing, since nobody writes to storage but the product.</summary>
internal sealed class FiguresNeedNoMending : IInvariant
{
    public string Sentence =>
        "Figures need no mending: the daily look never finds some that are not what their reports say.";

    public bool HasCase(Evidence evidence) =>
        evidence.Figures.Count > 0 && evidence.Oracle.DailyLooks.Count > 0;

    public IEnumerable<string> Broken(Evidence evidence) =>
        evidence
            .Of<CycleEvent.FiguresMended>()
            .Select(mended => $"the figures of {string.Join(' ', mended.Nodes)} had to be mended");
}
