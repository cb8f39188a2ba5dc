using System.Numerics;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Tests.Figures;

/// <summary>
/// The same figures by a program that shares nothing with the fold: it walks the bodies of the plan for one cell at a time, takes values from
/// the reports as they came, and adds fractions.
/// </summary>
internal sealed class NaiveFigures(FigureCase world)
{
    private readonly ILookup<string, Body> below = world.Plan.Plan.Bodies.ToLookup(body =>
        body.Parent ?? ""
    );

    private readonly ILookup<string, ReportFigures> reports = world
        .Plan.Plan.ReportTypes.Where(type => type.Code is "part" or "extra")
        .SelectMany(type => world.Reports.Where(one => one.Assignment.ReportType == type.Code))
        .ToLookup(one => one.Assignment.Body);

    /// <summary>One value that is in an aggregate, with its weight if there is one.</summary>
    public sealed record Part(string Body, decimal Value, decimal? Weight);

    /// <summary>What is in the aggregate of a body, and how many are asked, in by themselves, stood for, or not there and why.</summary>
    public sealed record Whole(
        List<Part> Parts,
        int Asked,
        int Given,
        int Stood,
        int StoodInPart,
        Dictionary<string, int> Gaps
    )
    {
        public bool HasAny => Given + Stood + StoodInPart > 0;
    }

    public Whole Below(string body, Indicator indicator, Period period)
    {
        var whole = new Whole([], 0, 0, 0, 0, []);
        foreach (var child in below[body])
        {
            var beneath = Below(child.Code, indicator, period);
            if (!reports[child.Code].Any() || !IsAsked(child, indicator))
            {
                whole.Parts.AddRange(beneath.Parts);
                foreach (var (gap, count) in beneath.Gaps)
                {
                    whole.Gaps[gap] = whole.Gaps.GetValueOrDefault(gap) + count;
                }
                whole = whole with
                {
                    Asked = whole.Asked + beneath.Asked,
                    Given = whole.Given + beneath.Given,
                    Stood = whole.Stood + beneath.Stood,
                    StoodInPart = whole.StoodInPart + beneath.StoodInPart,
                };
                continue;
            }
            whole = whole with { Asked = whole.Asked + 1 };
            var value = ValueOf(child.Code, indicator.Code, period.Code);
            var weight = indicator.WeightedBy is { } by
                ? ValueOf(child.Code, by, period.Code)
                : null;
            if (value is { } own && (indicator.WeightedBy is null || weight >= 0))
            {
                whole.Parts.Add(new Part(child.Code, own, weight));
                whole = whole with { Given = whole.Given + 1 };
                continue;
            }
            var why = value is null ? Gap(child.Code, indicator, period) : "unweighted";
            whole.Gaps[why] = whole.Gaps.GetValueOrDefault(why) + 1;
            if (indicator.RollUp != RollUp.None && beneath.HasAny)
            {
                whole.Parts.AddRange(beneath.Parts);
                whole =
                    beneath.Given + beneath.Stood == beneath.Asked
                        ? whole with
                        {
                            Stood = whole.Stood + 1,
                        }
                        : whole with
                        {
                            StoodInPart = whole.StoodInPart + 1,
                        };
            }
        }
        return whole;
    }

    /// <summary>The mean as a fraction, by cross-multiplication.</summary>
    public static (BigInteger Numerator, BigInteger Denominator) Mean(IEnumerable<Part> parts)
    {
        var (top, bottom) = (BigInteger.Zero, BigInteger.Zero);
        foreach (var part in parts)
        {
            var (value, weight) = (Millionths(part.Value), Millionths(part.Weight!.Value));
            top += value * weight;
            bottom += weight * 1_000_000;
        }
        return (top, bottom);
    }

    // In millionths; by text, unlike the fold.
    private static BigInteger Millionths(decimal value) =>
        BigInteger.Parse(
            value
                .ToString("F6", System.Globalization.CultureInfo.InvariantCulture)
                .Replace(".", "", StringComparison.Ordinal),
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static bool IsAsked(Body body, Indicator indicator) =>
        indicator.AskedOf.Any(asked => asked.Kind == body.Kind);

    private decimal? ValueOf(string body, string indicator, string period) =>
        reports[body]
            .Where(report => report.Standing == ReportStanding.Counts)
            .Select(report =>
                report
                    .Values.FirstOrDefault(one =>
                        one.Indicator == indicator && one.Period == period
                    )
                    ?.Value
            )
            .FirstOrDefault(value => value is { } found && Math.Abs(found) <= 1e15m);

    private string Gap(string body, Indicator indicator, Period period)
    {
        var report = reports[body].First();
        return report.Standing == ReportStanding.Missing ? "missing"
            : report.Standing == ReportStanding.Exempt ? "exempt"
            : report
                .Values.FirstOrDefault(one =>
                    one.Indicator == indicator.Code && one.Period == period.Code
                )
                ?.Reason
                is null
                ? "blank"
            : "excused";
    }
}
