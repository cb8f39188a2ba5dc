using ProgramReview.Core.Figures;
using ProgramReview.Core.Figures.Consistency;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Tests.Planning;

namespace ProgramReview.Core.Tests.Figures.Consistency;

/// <summary>
/// A cycle that reports the truth: communes of very different size, their districts, which also tell money in a second report, and two reports
/// about the whole. Each writes what it knows exactly in rounded numbers of its own; few are late, blank or missing.
/// </summary>
internal sealed class ReportedWorld
{
    public const int Periods = 6;
    public const decimal TargetShare = 0.8m;

    private static readonly string[] Codes =
    [
        "members",
        "joined",
        "budget",
        "share",
        "projects",
        "score",
    ];

    private readonly Random chance;
    private readonly Dictionary<AssignmentId, decimal?[,]> told = [];

    public ReportedWorld(int bodies, int seed)
    {
        chance = new Random(seed);
        var districts = Math.Max(2, bodies / 10);
        Districts = [.. Enumerable.Range(0, districts).Select(i => $"d{i}")];
        Communes = [.. Enumerable.Range(0, bodies - districts).Select(i => $"c{i}")];
        Parents = Communes
            .Select((code, i) => (code, Districts[i % districts]))
            .ToDictionary(pair => pair.code, pair => pair.Item2);
        var truth = Communes.ToDictionary(code => code, _ => Truth());
        foreach (var district in Districts)
        {
            truth[district] = Together(
                Communes.Where(code => Parents[code] == district).Select(code => truth[code])
            );
        }
        var whole = Together(Districts.Select(code => truth[code]));
        Plan = new PlanLookup(PlanOf(whole[1, Periods - 1]));
        foreach (var id in Plan.Assignments)
        {
            told[id] = Written(truth.GetValueOrDefault(id.Body) ?? whole);
        }
        foreach (
            var id in Plan.Assignments.Where(id => id.ReportType == "own" && chance.Next(300) == 0)
        )
        {
            told.Remove(id);
        }
    }

    public PlanLookup Plan { get; }

    public IReadOnlyList<string> Districts { get; }

    public IReadOnlyList<string> Communes { get; }

    public IReadOnlyDictionary<string, string> Parents { get; }

    public Random Chance => chance;

    public AssignmentId Id(string body, string type) => new(Plan.Plan.Cycle, body, type);

    public static int Indicator(string code) => Array.IndexOf(Codes, code);

    /// <summary>What a report says; null if it is missing.</summary>
    public decimal? this[AssignmentId report, string indicator, int period]
    {
        get => told.TryGetValue(report, out var cells) ? cells[Indicator(indicator), period] : null;
        set
        {
            if (told.TryGetValue(report, out var cells))
            {
                cells[Indicator(indicator), period] = value;
            }
        }
    }

    public FigureScene Scene() =>
        new(
            Plan,
            [
                .. FigureFold.All(
                    Plan,
                    id =>
                        told.TryGetValue(id, out var cells)
                            ? Report(id, cells)
                            : ReportFigures.Missing(id)
                ),
            ]
        );

    private ReportFigures Report(AssignmentId id, decimal?[,] cells) =>
        new()
        {
            Assignment = id,
            Standing = ReportStanding.Counts,
            Part = "annex",
            Sha256 = $"{id}",
            Values =
            [
                .. Plan.Plan.Indicators!.SelectMany(
                    (indicator, row) =>
                        Plan.Plan.Periods!.Select(
                            (period, column) =>
                                new ReportedValue(
                                    indicator.Code,
                                    period.Code,
                                    cells[row, column],
                                    $"{(char)('D' + column)}{row + 7}"
                                )
                        )
                ),
            ],
        };

    // Of one commune, in full precision: members, joined, budget, share, projects, score by period.
    private double[,] Truth()
    {
        var cells = new double[Codes.Length, Periods];
        var members = Math.Round(300 * Math.Exp(0.6 * Normal()));
        var (share, score, projects) = (84 + (4 * Normal()), 70 + (6 * Normal()), 0.0);
        for (var period = 0; period < Periods; period++)
        {
            var isPart = period == 3;
            members = Math.Max(20, Math.Round(members * (1.02 + (0.01 * Normal()))));
            cells[0, period] = members;
            var joined = Math.Max(4, members * (0.06 + (0.003 * Normal())));
            cells[1, period] = Math.Round(isPart ? joined * 0.7 : joined);
            cells[2, period] = members * (3 + (0.1 * Normal())) * (isPart ? 0.7 : 1);
            cells[3, period] = Math.Clamp(share + Normal(), 0, 100);
            // A year's are begun in its nine months or in the rest of it.
            projects += isPart || period == 4 ? chance.Next(2) : chance.Next(4);
            cells[4, period] = projects;
            cells[5, period] = Math.Clamp(score + Normal(), 0, 100);
        }
        return cells;
    }

    private double[,] Together(IEnumerable<double[,]> below)
    {
        var (cells, parts) = (new double[Codes.Length, Periods], below.ToList());
        var score = 72 + (4 * Normal());
        for (var period = 0; period < Periods; period++)
        {
            foreach (var row in (int[])[0, 1, 2, 4])
            {
                cells[row, period] = parts.Sum(part => part[row, period]);
            }
            cells[3, period] =
                parts.Sum(part => part[3, period] * part[0, period]) / cells[0, period];
            cells[5, period] = Math.Clamp(score + Normal(), 0, 100);
        }
        return cells;
    }

    private decimal?[,] Written(double[,] truth)
    {
        var cells = new decimal?[Codes.Length, Periods];
        int[] decimals = [0, 0, 1, 1, 0, 2];
        for (var row = 0; row < Codes.Length; row++)
        {
            for (var period = 0; period < Periods; period++)
            {
                cells[row, period] =
                    chance.Next(3000) == 0
                        ? null
                        : decimal.Parse(
                            truth[row, period].ToString($"F{decimals[row]}", Invariant),
                            Invariant
                        );
            }
        }
        return cells;
    }

    private static System.Globalization.CultureInfo Invariant =>
        System.Globalization.CultureInfo.InvariantCulture;

    private double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble()))
        * Math.Cos(2 * Math.PI * chance.NextDouble());

    private Plan PlanOf(double joined) =>
        SamplePlan.Figures with
        {
            Bodies =
            [
                SamplePlan.Body("agency", "city"),
                SamplePlan.Body("office", "city"),
                .. Districts.Select(code => SamplePlan.Body(code, "district")),
                .. Communes.Select(code => SamplePlan.Body(code, "commune", Parents[code])),
            ],
            ReportTypes =
            [
                SamplePlan.Type("own", 10, [.. Districts, .. Communes]),
                SamplePlan.Type("money", 10, [.. Districts]),
                SamplePlan.Type("city", 10, "office") with
                {
                    FiguresOfWhole = true,
                },
                SamplePlan.Type("summary", 20, "agency"),
            ],
            Periods =
            [
                SamplePlan.Period("y2021", new DateOnly(2021, 12, 31)),
                SamplePlan.Period("y2022", new DateOnly(2022, 12, 31)),
                SamplePlan.Period("y2023", new DateOnly(2023, 12, 31)),
                SamplePlan.Period("m9", new DateOnly(2024, 9, 30)),
                SamplePlan.Period("e2024", new DateOnly(2024, 12, 31)) with
                {
                    Estimate = true,
                },
                SamplePlan.Period("e2025", new DateOnly(2025, 12, 31)) with
                {
                    Estimate = true,
                },
            ],
            Indicators =
            [
                Asked("members", IndicatorKind.Count, RollUp.Sum) with
                {
                    Stock = true,
                },
                Asked("joined", IndicatorKind.Count, RollUp.Sum) with
                {
                    Direction = IndicatorDirection.Up,
                    Target = decimal.Round((decimal)joined * TargetShare),
                },
                Asked("budget", IndicatorKind.Amount, RollUp.Sum) with
                {
                    Decimals = 1,
                },
                Asked("share", IndicatorKind.Percent, RollUp.Weighted) with
                {
                    Decimals = 1,
                    WeightedBy = "members",
                },
                Asked("projects", IndicatorKind.Count, RollUp.Sum) with
                {
                    Cumulative = true,
                },
                Asked("score", IndicatorKind.Score, RollUp.None) with
                {
                    Decimals = 2,
                },
            ],
        };

    private static Indicator Asked(string code, IndicatorKind kind, RollUp rollUp) =>
        SamplePlan.Indicator(code, kind) with
        {
            Min = 0,
            RollUp = rollUp,
            AskedOf =
            [
                new AskedOf("own", null),
                new AskedOf("summary", null),
                .. code is "budget" or "joined"
                    ? (AskedOf[])[new AskedOf("money", null), new AskedOf("city", null)]
                    : [],
            ],
        };
}
