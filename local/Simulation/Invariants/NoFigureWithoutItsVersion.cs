using ProgramReview.Core.Figures;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Whoever reads a figure finds the file behind it.</summary>
internal sealed class NoFigureWithoutItsVersion : IInvariant
{
    public string Sentence =>
        "No figure without its version: each figure of a dossier is of a version that counts in that dossier, of a body that nobody released.";

    public bool HasCase(Evidence evidence) =>
        evidence.Figures.Values.Any(figures =>
            figures.Nodes.Values.Any(node =>
                node.Reports.Any(told => told.Standing == ReportStanding.Counts)
            )
        );

    public IEnumerable<string> Broken(Evidence evidence)
    {
        foreach (var (round, figures) in evidence.Figures)
        {
            if (figures.Whole is null)
            {
                yield return $"the figures of round {round} cannot be read";
            }
            var reports = evidence.Dossiers[round]!.Reports.ToDictionary(one => one.Assignment);
            foreach (var told in figures.Nodes.Values.SelectMany(node => node.Reports))
            {
                if (told.Standing != ReportStanding.Counts)
                {
                    continue;
                }
                var report = reports[told.Assignment];
                var part = report.Parts.FirstOrDefault(one => one.Code == told.Part);
                if (report.Exemption is not null || part?.Counting?.Sha256 != told.Sha256)
                {
                    yield return $"figures of {told.Assignment} in round {round} are of a version that does not count";
                }
                else if (told.IsLate != (part!.Timeliness == Core.Deadlines.TimelinessVerdict.Late))
                {
                    yield return $"figures of {told.Assignment} in round {round} are not as late as their version";
                }
            }
        }
    }
}
