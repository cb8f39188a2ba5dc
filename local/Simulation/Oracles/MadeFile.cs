using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Local.Rehearsal.People.Forms;

namespace ProgramReview.Local.Simulation.Oracles;

/// <summary>What a file really is, as whoever made it knows: no reader and no rule of the product has a part in it.</summary>
/// <param name="IsReport">Whether it is a whole file of its part's formats, not a photo or a fragment.</param>
/// <param name="Codes">The codes of all that a check has to find in it, besides what is only good to know.</param>
internal sealed record MadeFile(bool IsReport, IReadOnlySet<string> Codes)
{
    /// <summary>Whether it holds malware.</summary>
    public bool IsInfected { get; init; }

    /// <summary>Whether its bytes end whatever process reads them.</summary>
    public bool Kills { get; init; }

    private static readonly Dictionary<string, Severity> Usual = new(StringComparer.Ordinal)
    {
        ["section-missing"] = Severity.Error,
        ["section-empty"] = Severity.Error,
        ["head-other-body"] = Severity.Query,
        ["annex-of-another"] = Severity.Error,
        ["annex-of-another-definition"] = Severity.Query,
        ["annex-table-missing"] = Severity.Error,
        ["value-missing"] = Severity.Error,
        ["value-not-a-number"] = Severity.Error,
        ["value-out-of-bounds"] = Severity.Error,
    };

    // A piece of the report is missing: nobody has sent it yet.
    private static readonly HashSet<string> Incomplete =
    [
        "section-missing",
        "section-empty",
        "annex-table-missing",
    ];

    /// <summary>What a played person made.</summary>
    /// <param name="made">The file.</param>
    /// <param name="part">For which part.</param>
    /// <param name="isTorn">Whether its end is missing.</param>
    public static MadeFile Of(FilledForm made, ReportPart part, bool isTorn) =>
        new(
            !isTorn && !made.Flaws.Contains(new Flaw.OfFile(WrongFile.Photo)),
            made.Flaws.SelectMany(flaw => CodesOf(flaw, part)).ToHashSet(StringComparer.Ordinal)
        );

    /// <summary>What is found in it that keeps it from counting.</summary>
    public IEnumerable<string> Errors(PlanLookup plan) =>
        Codes.Where(code => WeightOf(plan, code) == Severity.Error);

    /// <summary>What is found in it that is asked about.</summary>
    public IEnumerable<string> Queries(PlanLookup plan) =>
        Codes.Where(code => WeightOf(plan, code) == Severity.Query);

    /// <summary>Whether what is wrong with it is only what the plan lets be mended after the close.</summary>
    public bool IsCorrectable(PlanLookup plan) =>
        !Kills
        && !Codes.Overlaps(Incomplete)
        && Errors(plan).All(code => plan.Plan.Checking!.Correctable.Contains(code));

    private static Severity WeightOf(PlanLookup plan, string code) =>
        plan.Plan.Checking?.Weights.FirstOrDefault(weight => weight.Code == code)?.Severity
        ?? Usual[code];

    private static IEnumerable<string> CodesOf(Flaw flaw, ReportPart part) =>
        (flaw, part.Kind) switch
        {
            (Flaw.InSection { Habit: OutlineHabit.DropsSection }, _) => ["section-missing"],
            (Flaw.InSection, _) => ["section-empty"],
            (Flaw.InValue { Habit: AnnexHabit.LeavesOut }, _) => ["value-missing"],
            (Flaw.InValue { Habit: AnnexHabit.WritesWords }, _) => ["value-not-a-number"],
            // A count is whole, so there is one way to read it.
            (Flaw.InValue { Habit: AnnexHabit.WritesNumberAsText }, _) => [],
            (Flaw.InValue { Habit: AnnexHabit.ExceedsBounds }, _) => ["value-out-of-bounds"],
            (Flaw.OfFile { Wrong: WrongFile.FormOfAnother }, PartKind.Report) =>
            [
                "head-other-body",
            ],
            (Flaw.OfFile { Wrong: WrongFile.FormOfAnother }, _) => ["annex-of-another"],
            (Flaw.OfFile { Wrong: WrongFile.FormerForm }, _) => ["annex-of-another-definition"],
            (Flaw.OfFile { Wrong: WrongFile.SomethingElse }, PartKind.Report) =>
            [
                "section-missing",
            ],
            (Flaw.OfFile { Wrong: WrongFile.SomethingElse }, _) => ["annex-table-missing"],
            (Flaw.OfFile { Wrong: WrongFile.Photo }, _) => [],
            _ => throw new ArgumentOutOfRangeException(nameof(flaw), flaw, "Unknown flaw."),
        };
}
