using static ProgramReview.Local.Rehearsal.Reporting.Sheet.Html;

namespace ProgramReview.Local.Rehearsal.Reporting.Sheet;

/// <summary>What holds around each instant that decides.</summary>
internal static class Instants
{
    public static string Draw(RehearsalReport report) =>
        $"""
            <section aria-labelledby="instants">
            <h2 id="instants">The instants that decide</h2>
            <p>The live rules were asked what holds one second before, at, and one second after each instant.</p>
            {Table(
                "One second before, at, and after",
                ["Instant", "What", "Of", "Decides about", "1 s before", "At it", "1 s after"],
                report.Instants.Select(IReadOnlyList<string> (probe) =>
                    [
                        At(probe.At),
                        E(probe.What),
                        E(probe.About),
                        probe.Count switch
                        {
                            0 => "the round",
                            1 => "1 assignment",
                            _ => $"{N(probe.Count)} assignments",
                        },
                        E(probe.Before),
                        E(probe.AtIt),
                        E(probe.After),
                    ]
                ),
                "probes"
            )}</section>
            """;
}
