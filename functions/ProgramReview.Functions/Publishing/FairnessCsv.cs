using System.Globalization;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>The fairness report as a table for machines: instants in UTC to the last digit, distances in seconds, words as stored.
/// Below the judgements stand the outages: declared ones with their entry in the cycle's chain, and the times the product missed itself.</summary>
internal static class FairnessCsv
{
    private const string Header =
        "assignment,body,report,generation,entry,entrance,permitted,stored,noticed,recorded,instant,limit,distance in seconds,verdict,reason,outage,from,to,by,hours,deadlines moved";

    private static readonly string[] NoOutage = ["", "", "", "", "", ""];

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(
        PlanLookup plan,
        Language language,
        IEnumerable<FairnessLine> lines,
        IEnumerable<Outage> outages,
        IEnumerable<OutageWindow> healthGaps
    ) =>
        Csv.Write(
            Header,
            lines
                .Select(line => Row(plan, language, line))
                .Concat(outages.Select(Row))
                .Concat(healthGaps.Select(Row))
        );

    private static IEnumerable<string> Row(PlanLookup plan, Language language, FairnessLine line) =>
        [
            line.Assignment.ToString(),
            plan.Body(line.Assignment.Body).Name.In(language),
            plan.ReportType(line.Assignment.ReportType).Title.In(language),
            line.Window.ToString(CultureInfo.InvariantCulture),
            line.Sequence.ToString(CultureInfo.InvariantCulture),
            line.Channel?.ToString() ?? "",
            Instant(line.Permitted),
            Instant(line.Committed),
            Instant(line.Noticed),
            Instant(line.Recorded),
            line.Instant.ToString(),
            line.Limit.ToString(),
            line.Distance.TotalSeconds.ToString("0.#######", CultureInfo.InvariantCulture),
            line.Verdict?.ToString() ?? "",
            line.Reason?.ToString() ?? line.RefusalCode ?? "",
            .. NoOutage,
        ];

    private static IEnumerable<string> Row(Outage outage) =>
        [
            .. Cells(outage.Sequence, outage.DeclaredAt, outage.Reason),
            "Declared",
            Instant(outage.Window.From),
            Instant(outage.Window.To),
            outage.By,
            outage.Hours.ToString(CultureInfo.InvariantCulture),
            outage.Moved?.ToString(CultureInfo.InvariantCulture) ?? "",
        ];

    private static IEnumerable<string> Row(OutageWindow gap) =>
        [.. Cells(null, null, ""), "Noticed", Instant(gap.From), Instant(gap.To), "", "", ""];

    // The columns of a judgement, as far as an outage has them.
    private static string[] Cells(long? sequence, DateTimeOffset? recorded, string reason) =>
        [
            "",
            "",
            "",
            "",
            sequence?.ToString(CultureInfo.InvariantCulture) ?? "",
            "",
            "",
            "",
            "",
            Instant(recorded),
            "",
            "",
            "",
            "",
            reason,
        ];

    private static string Instant(DateTimeOffset? instant) =>
        instant?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture) ?? "";
}
