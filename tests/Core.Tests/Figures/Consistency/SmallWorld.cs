using System.Globalization;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Figures.Consistency;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Tests.Planning;

namespace ProgramReview.Core.Tests.Figures.Consistency;

/// <summary>
/// A north with two below it, which also sends a second report, and two reports about the whole; nobody says anything but what a test lets them
/// say.
/// </summary>
internal static class SmallWorld
{
    private static readonly string[] Codes = ["y2021", "y2022", "y2023", "m9", "e2024", "e2025"];

    public static readonly Indicator Count = SamplePlan.Indicator("count", IndicatorKind.Count) with
    {
        Min = 0,
        RollUp = RollUp.Sum,
    };

    /// <summary>Runs all checks.</summary>
    /// <param name="indicators">What is counted.</param>
    /// <param name="checking">What the plan says of checks.</param>
    /// <param name="lines">"report indicator: value, value, ..." by period; a dash is a blank, a name with a dash a peer of the two below.</param>
    public static IReadOnlyList<ConsistencyFinding> Run(
        IReadOnlyList<Indicator> indicators,
        CheckingPlan? checking,
        IReadOnlyList<string> lines
    )
    {
        var told = lines
            .Select(line => line.Split(": "))
            .Select(parts =>
                (Report: parts[0].Split(' ')[0], Indicator: parts[0].Split(' ')[1], parts[1])
            )
            .ToList();
        var peers = told.Select(one => one.Report)
            .Where(report => report.StartsWith("peer", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        var plan = new PlanLookup(PlanOf(indicators, checking, peers));
        return ConsistencyChecks.Run(
            new FigureScene(
                plan,
                [
                    .. FigureFold.All(
                        plan,
                        id => Report(id, [.. told.Where(one => IsOf(id, one.Report))])
                    ),
                ]
            )
        );
    }

    // "north" is its own report, "north/second" the other; "summary" and "city" are about the whole.
    private static bool IsOf(AssignmentId id, string report) =>
        report == id.ReportType
        || report == $"{id.Body}/{id.ReportType}"
        || (report == id.Body && id.ReportType == "own");

    private static ReportFigures Report(
        AssignmentId id,
        List<(string Report, string Indicator, string Values)> told
    ) =>
        told.Count == 0
            ? ReportFigures.Missing(id)
            : new()
            {
                Assignment = id,
                Standing = ReportStanding.Counts,
                Part = "annex",
                Sha256 = $"hash of {id.Body} {id.ReportType}",
                Values =
                [
                    .. told.SelectMany(one =>
                        one.Values.Split(", ")
                            .Zip(Codes)
                            .Where(cell => cell.First != "-")
                            .Select(cell => new ReportedValue(
                                one.Indicator,
                                cell.Second,
                                decimal.Parse(cell.First, CultureInfo.InvariantCulture),
                                "F7"
                            ))
                    ),
                ],
            };

    private static Plan PlanOf(
        IReadOnlyList<Indicator> indicators,
        CheckingPlan? checking,
        List<string> peers
    ) =>
        SamplePlan.Figures with
        {
            Checking = checking,
            Bodies =
            [
                SamplePlan.Body("agency", "city"),
                SamplePlan.Body("office", "city"),
                SamplePlan.Body("north", "unit"),
                SamplePlan.Body("a", "unit", "north"),
                SamplePlan.Body("b", "unit", "north"),
                .. peers.Select(code => SamplePlan.Body(code, "peer")),
            ],
            ReportTypes =
            [
                SamplePlan.Type("own", 10, ["north", "a", "b", .. peers]),
                SamplePlan.Type("second", 10, "north"),
                SamplePlan.Type("city", 10, "office") with
                {
                    FiguresOfWhole = true,
                },
                SamplePlan.Type("summary", 20, "agency"),
            ],
            Periods =
            [
                .. Codes.Select(code =>
                    SamplePlan.Period(
                        code,
                        new DateOnly(
                            code == "m9"
                                ? 2024
                                : int.Parse(code[1..], CultureInfo.InvariantCulture),
                            code == "m9" ? 9 : 12,
                            30
                        )
                    ) with
                    {
                        Estimate = code[0] == 'e',
                    }
                ),
            ],
            Indicators =
            [
                .. indicators.Select(indicator =>
                    indicator with
                    {
                        AskedOf =
                        [
                            new AskedOf("own", null),
                            new AskedOf("second", null),
                            new AskedOf("city", null),
                            new AskedOf("summary", null),
                        ],
                    }
                ),
            ],
        };
}
