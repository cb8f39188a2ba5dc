using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Tests.Figures.Consistency;

/// <summary>Puts errors of ten kinds, and outliers, into a world that reports the truth.</summary>
internal static class Planting
{
    private const int LastPeriod = ReportedWorld.Periods - 1;

    /// <summary>What can be planted: the kind with what plants one, or null where the place it chose cannot hold one.</summary>
    public static readonly IReadOnlyList<(
        string Kind,
        Func<ReportedWorld, Planted?> Plant
    )> Kinds =
    [
        ("a district's sum is off by 3 to 20 %", DistrictSum),
        ("a district's mean is off by 1 to 8 points", DistrictMean),
        ("a commune's amount is off by 5 to 60 %", CommuneAmount),
        ("the sum of the whole is off by 3 to 20 %", WholeSum),
        ("a second report of a district says otherwise", SecondReport),
        ("two reports about the whole differ", TwoAboutWhole),
        ("what counts from the start falls", Falls),
        ("a year is estimated below its nine months", BelowActual),
        ("an estimate is twice to four times the trend", OffTrend),
        ("the whole misses its target", MissedTarget),
        ("a commune counts in another unit", OtherUnit),
    ];

    private static Planted? DistrictSum(ReportedWorld world)
    {
        var (district, period) = (One(world, world.Districts), world.Chance.Next(3));
        return Scale(world, world.Id(district, "own"), "members", period, 0.03, 0.2)
            ? new(
                Name(0),
                "between-parent",
                new(district),
                new(district),
                "members",
                Code(world, period)
            )
            : null;
    }

    private static Planted? DistrictMean(ReportedWorld world)
    {
        var (district, period) = (One(world, world.Districts), world.Chance.Next(3));
        var id = world.Id(district, "own");
        if (world[id, "share", period] is not { } value)
        {
            return null;
        }
        world[id, "share", period] = value - world.Chance.Next(10, 80) / 10m;
        return new(
            Name(1),
            "between-parent",
            new(district),
            new(district),
            "share",
            Code(world, period)
        );
    }

    private static Planted? CommuneAmount(ReportedWorld world)
    {
        var (commune, period) = (One(world, world.Communes), world.Chance.Next(3));
        return Scale(world, world.Id(commune, "own"), "budget", period, 0.05, 0.6)
            ? new(
                Name(2),
                "between-parent",
                new(world.Parents[commune]),
                new(commune),
                "budget",
                Code(world, period)
            )
            : null;
    }

    private static Planted? WholeSum(ReportedWorld world)
    {
        var period = world.Chance.Next(3);
        return Scale(world, world.Id("agency", "summary"), "members", period, 0.03, 0.2)
            ? new(
                Name(3),
                "between-parent",
                FanOutNode.Root,
                FanOutNode.Root,
                "members",
                Code(world, period)
            )
            : null;
    }

    private static Planted? SecondReport(ReportedWorld world)
    {
        var (district, period) = (One(world, world.Districts), world.Chance.Next(3));
        return
            world[world.Id(district, "own"), "budget", period] is not null
            && Scale(world, world.Id(district, "money"), "budget", period, 0.01, 0.3)
            ? new(
                Name(4),
                "between-twice-told",
                new(district),
                new(district),
                "budget",
                Code(world, period)
            )
            : null;
    }

    private static Planted? TwoAboutWhole(ReportedWorld world)
    {
        var period = world.Chance.Next(3);
        return Scale(world, world.Id("office", "city"), "joined", period, 0.01, 0.3)
            ? new(
                Name(5),
                "between-twice-told",
                FanOutNode.Root,
                FanOutNode.Root,
                "joined",
                Code(world, period)
            )
            : null;
    }

    private static Planted? Falls(ReportedWorld world)
    {
        var (commune, period) = (One(world, world.Communes), world.Chance.Next(2, 6));
        var id = world.Id(commune, "own");
        if (world[id, "projects", period - 1] is not { } before || before < 1)
        {
            return null;
        }
        world[id, "projects", period] = before - world.Chance.Next(1, (int)before + 1);
        return new(
            Name(6),
            "between-falls",
            new(commune),
            new(commune),
            "projects",
            Code(world, period)
        );
    }

    private static Planted? BelowActual(ReportedWorld world)
    {
        var commune = One(world, world.Communes);
        var id = world.Id(commune, "own");
        if (world[id, "joined", 3] is not { } actual || world[id, "joined", 4] is null)
        {
            return null;
        }
        world[id, "joined", 4] = decimal.Floor(actual * world.Chance.Next(60, 99) / 100m);
        return world[id, "joined", 4] < actual
            ? new(
                Name(7),
                "between-estimate-below",
                new(commune),
                new(commune),
                "joined",
                Code(world, 4)
            )
            : null;
    }

    private static Planted? OffTrend(ReportedWorld world)
    {
        var commune = One(world, world.Communes);
        var id = world.Id(commune, "own");
        if (world[id, "budget", LastPeriod] is not { } value)
        {
            return null;
        }
        world[id, "budget", LastPeriod] = decimal.Round(
            value * world.Chance.Next(200, 400) / 100m,
            1
        );
        return new(
            Name(8),
            "between-off-trend",
            new(commune),
            new(commune),
            "budget",
            Code(world, LastPeriod)
        );
    }

    private static Planted? MissedTarget(ReportedWorld world)
    {
        var id = world.Id("agency", "summary");
        if (world[id, "joined", LastPeriod] is not { } value)
        {
            return null;
        }
        world[id, "joined", LastPeriod] = decimal.Floor(
            value * ReportedWorld.TargetShare * world.Chance.Next(50, 99) / 100m
        );
        return new(
            Name(9),
            "between-target",
            FanOutNode.Root,
            FanOutNode.Root,
            "joined",
            Code(world, LastPeriod)
        );
    }

    private static Planted? OtherUnit(ReportedWorld world)
    {
        var commune = One(world, world.Communes);
        var id = world.Id(commune, "own");
        if (world[id, "budget", 0] is null)
        {
            return null;
        }
        for (var period = 0; period < ReportedWorld.Periods; period++)
        {
            world[id, "budget", period] *= 1000;
        }
        return new(
            Name(10),
            "between-outlier",
            new(commune),
            new(commune),
            "budget",
            Code(world, 0)
        );
    }

    private static bool Scale(
        ReportedWorld world,
        AssignmentId id,
        string indicator,
        int period,
        double least,
        double most
    )
    {
        if (world[id, indicator, period] is not { } value)
        {
            return false;
        }
        var share = (decimal)(least + ((most - least) * world.Chance.NextDouble()));
        var other = decimal.Round(
            value * (1 + (world.Chance.Next(2) == 0 ? share : -share)),
            value.Scale
        );
        world[id, indicator, period] = other;
        return other != value;
    }

    private static string One(ReportedWorld world, IReadOnlyList<string> bodies) =>
        bodies[world.Chance.Next(bodies.Count)];

    private static string Code(ReportedWorld world, int period) =>
        world.Plan.Plan.Periods![period].Code;

    private static string Name(int kind) => Kinds[kind].Kind;
}
