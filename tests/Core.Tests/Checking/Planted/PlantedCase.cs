using ProgramReview.Core.Checking;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Tests.Checking.Planted;

/// <summary>A file with one fault, or without any, and what there is to be found.</summary>
/// <param name="Code">The check that should speak; empty for a file without a fault.</param>
/// <param name="Where">Of what, as <see cref="Key"/> says it.</param>
/// <param name="Follows">Checks that are right to speak, too, of what the fault brings with it; they count neither way.</param>
/// <param name="Find">Runs the checks.</param>
internal sealed record PlantedCase(
    string Code,
    string Where,
    string[] Follows,
    Func<IReadOnlyList<Finding>> Find
)
{
    public static PlantedCase Of(
        WrittenReport report,
        string code = "",
        string where = "",
        params string[] follows
    ) =>
        new(
            code,
            where,
            follows,
            () =>
                ContentChecks.Run(
                    Subject("report", new ContentFacts { Reader = 1, Document = report.Facts() })
                )
        );

    public static PlantedCase Of(
        WrittenAnnex annex,
        string code = "",
        string where = "",
        params string[] follows
    ) =>
        new(
            code,
            where,
            follows,
            () =>
                ContentChecks.Run(
                    Subject(
                        "annex",
                        new ContentFacts
                        {
                            Reader = 1,
                            Annex = annex.Facts(),
                            Form = annex.Mark,
                        }
                    )
                )
        );

    public static PlantedCase Of(ContentFacts facts, string code, string part) =>
        new(code, "", [], () => ContentChecks.Run(Subject(part, facts)));

    public static PlantedCase Of(
        WrittenReport report,
        WrittenAnnex annex,
        string code = "",
        string where = ""
    ) =>
        new(
            code,
            where,
            [],
            () =>
                PairChecks.Run(
                    Subject("report", new ContentFacts { Reader = 1, Document = report.Facts() }),
                    Subject("annex", new ContentFacts { Reader = 1, Annex = annex.Facts() })
                )
        );

    /// <summary>Of what a finding is, without where in the file.</summary>
    public static string Key(FindingPlace? place) =>
        string.Join(
            ' ',
            new[] { place?.Section, place?.Indicator, place?.Period }.OfType<string>()
        );

    private static CheckSubject Subject(string part, ContentFacts facts) =>
        new(PlantedPlan.Lookup, PlantedPlan.Assignment, PlantedPlan.Report.FindPart(part)!, facts);
}
