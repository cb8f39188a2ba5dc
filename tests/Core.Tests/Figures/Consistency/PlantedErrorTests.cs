using System.Globalization;
using System.Text;
using ProgramReview.Core.Figures.Consistency;
using ProgramReview.Core.Planning;
using Xunit;

namespace ProgramReview.Core.Tests.Figures.Consistency;

/// <summary>What the checks between reports find of errors that were planted; the numbers stand in docs/figures.md, which is held to them.</summary>
public sealed class PlantedErrorTests
{
    private const string Outlier = "between-outlier";

    // Bodies, worlds of that size for each kind, errors in each.
    private static readonly (int Bodies, int Worlds, int Errors)[] Sizes =
    [
        (10, 40, 1),
        (100, 10, 4),
        (1_000, 3, 14),
    ];

    [Fact]
    public void What_is_found_is_what_the_docs_say()
    {
        var (found, planted, right, told) = (
            new Dictionary<(string Kind, int Bodies), int>(),
            new Dictionary<(string Kind, int Bodies), int>(),
            new Dictionary<(string Code, int Bodies), int>(),
            new Dictionary<(string Code, int Bodies), int>()
        );
        foreach (var (bodies, worlds, errors) in Sizes)
        {
            foreach (var (kind, (name, plant)) in Planting.Kinds.Index())
            {
                for (var seed = 0; seed < worlds; seed++)
                {
                    var world = new ReportedWorld(bodies, (bodies * 1000) + (kind * 100) + seed);
                    var all = Plant(world, plant, errors);
                    var findings = ConsistencyChecks.Run(world.Scene());
                    planted[(name, bodies)] = planted.GetValueOrDefault((name, bodies)) + all.Count;
                    found[(name, bodies)] =
                        found.GetValueOrDefault((name, bodies))
                        + all.Count(one => findings.Any(finding => IsFound(one, finding)));
                    foreach (var finding in findings)
                    {
                        var key = (finding.Code, bodies);
                        told[key] = told.GetValueOrDefault(key) + 1;
                        right[key] =
                            right.GetValueOrDefault(key)
                            + (all.Any(one => Concerns(world, one, finding)) ? 1 : 0);
                    }
                }
            }
        }

        var table = Table(found, planted, right, told);
        Assert.All(
            Planting.Kinds.SkipLast(1),
            kind => Assert.True(Share(found, planted, kind.Kind) >= 0.9, $"{kind.Kind}\n{table}")
        );
        Assert.All(
            ConsistencyChecks
                .All.Select(rule => rule.Definition.Code)
                .Where(code => code != Outlier),
            code => Assert.True(Share(right, told, code) >= 0.95, $"{code}\n{table}")
        );
        Assert.Contains(table, Docs(), StringComparison.Ordinal);
    }

    private static string Docs()
    {
        using var reader = new StreamReader(
            typeof(PlantedErrorTests).Assembly.GetManifestResourceStream("figures.md")!
        );
        return reader.ReadToEnd();
    }

    private static List<Planted> Plant(
        ReportedWorld world,
        Func<ReportedWorld, Planted?> plant,
        int errors
    )
    {
        var all = new List<Planted>();
        for (var tries = 0; all.Count < errors && tries < errors * 5; tries++)
        {
            // Two errors in one place can undo each other.
            if (
                plant(world) is { } one
                && !all.Exists(other => other.At == one.At || other.Node == one.Node)
            )
            {
                all.Add(one);
            }
        }
        return all;
    }

    private static bool IsFound(Planted planted, ConsistencyFinding finding) =>
        finding.Code == planted.Code
        && finding.Node == planted.Node
        && finding.Indicator == planted.Indicator
        && finding.Period == planted.Period;

    // An error is seen where it stands and wherever it was added on the way up, also in a mean that it weighs.
    private static bool Concerns(
        ReportedWorld world,
        Planted planted,
        ConsistencyFinding finding
    ) =>
        FigureTree.Of(world.Plan).PathFrom(planted.At).Contains(finding.Node)
        && (
            finding.Indicator == planted.Indicator
            || (finding.Indicator == "share" && planted.Indicator == "members")
        );

    private static string Table(
        Dictionary<(string Kind, int Bodies), int> found,
        Dictionary<(string Kind, int Bodies), int> planted,
        Dictionary<(string Code, int Bodies), int> right,
        Dictionary<(string Code, int Bodies), int> told
    )
    {
        var text = new StringBuilder();
        Head("planted: found of so many", Planting.Kinds.Select(kind => kind.Kind), found, planted);
        text.Append('\n');
        Head(
            "check: right of so many findings",
            ConsistencyChecks.All.Select(rule => $"`{rule.Definition.Code}`"),
            right.ToDictionary(one => ($"`{one.Key.Code}`", one.Key.Bodies), one => one.Value),
            told.ToDictionary(one => ($"`{one.Key.Code}`", one.Key.Bodies), one => one.Value)
        );
        return text.ToString();

        void Head(
            string what,
            IEnumerable<string> rows,
            Dictionary<(string, int), int> some,
            Dictionary<(string, int), int> all
        )
        {
            text.Append(CultureInfo.InvariantCulture, $"| {what} | 10 bodies | 100 | 1,000 |\n");
            text.Append("|---|---|---|---|\n");
            foreach (var row in rows)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {row} |");
                foreach (var (bodies, _, _) in Sizes)
                {
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $" {some.GetValueOrDefault((row, bodies))} of {all.GetValueOrDefault((row, bodies))} |"
                    );
                }
                text.Append('\n');
            }
        }
    }

    private static double Share(
        Dictionary<(string Name, int Bodies), int> some,
        Dictionary<(string Name, int Bodies), int> all,
        string name
    )
    {
        var of = all.Where(one => one.Key.Name == name).Sum(one => one.Value);
        return of == 0
            ? 1
            : (double)some.Where(one => one.Key.Name == name).Sum(one => one.Value) / of;
    }
}
