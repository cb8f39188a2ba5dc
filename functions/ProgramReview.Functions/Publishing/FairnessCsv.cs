using System.Globalization;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>The fairness report as a table for machines: instants in UTC to the last digit, distances in seconds, words as stored.</summary>
internal static class FairnessCsv
{
    private const string Header =
        "assignment,body,report,generation,entry,entrance,permitted,stored,noticed,recorded,instant,limit,distance in seconds,verdict,reason";

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(
        PlanLookup plan,
        Language language,
        IEnumerable<FairnessLine> lines
    ) =>
        Csv.Write(
            Header,
            lines.Select(line =>
                new[]
                {
                    line.Assignment.ToString(),
                    plan.Body(line.Assignment.Body).Name.In(language),
                    plan.ReportType(line.Assignment.ReportType).Title.In(language),
                    line.Generation.ToString(CultureInfo.InvariantCulture),
                    line.Sequence.ToString(CultureInfo.InvariantCulture),
                    line.Entrance?.ToString() ?? "",
                    Instant(line.Permitted),
                    Instant(line.Committed),
                    Instant(line.Noticed),
                    Instant(line.Recorded),
                    line.Instant.ToString(),
                    line.Limit.ToString(),
                    line.Distance.TotalSeconds.ToString("0.#######", CultureInfo.InvariantCulture),
                    line.Verdict?.ToString() ?? "",
                    line.Reason?.ToString() ?? line.RefusalCode ?? "",
                }
            )
        );

    private static string Instant(DateTimeOffset? instant) =>
        instant?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture) ?? "";
}
