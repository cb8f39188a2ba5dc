using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>The fairness report as a table. Below the judgements stand the outages: declared ones with their entry in the cycle's
/// chain, and the times the product missed itself.</summary>
internal static class FairnessCsv
{
    private const int JudgementFields = 16;

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(FairnessPageModel model)
    {
        var reader = model.Context;
        return Csv.Write(
            reader,
            [
                T("csv.assignment"),
                T("table.body"),
                T("receipt.report"),
                T("receipt.part"),
                T("receipt.opening"),
                T("csv.entry"),
                T("receipt.entrance"),
                Zoned("fairness.permitted"),
                Zoned("fairness.committed"),
                Zoned("fairness.noticed"),
                Zoned("fairness.recorded"),
                T("csv.limit.kind"),
                Zoned("csv.limit"),
                T("csv.distance"),
                T("fairness.result"),
                T("csv.reason"),
                T("dossier.outages"),
                Zoned("dossier.outages.from"),
                Zoned("dossier.outages.to"),
                T("dossier.outages.by"),
                T("csv.hours"),
                T("csv.moved"),
            ],
            [
                .. model.Lines.Select(line => Row(reader, line)),
                .. model.Outages.Select(outage => Row(reader, outage)),
                .. model.HealthGaps.Select(gap => Row(reader, gap)),
            ]
        );

        string T(string key) => Text.Get(reader.Language, key);

        string Zoned(string key) => Csv.InZone(reader, T(key));
    }

    private static object?[] Row(PageContext reader, FairnessLine line)
    {
        var (language, plan) = (reader.Language, reader.Plan!);
        return
        [
            line.Assignment.ToString(),
            plan.Body(line.Assignment.Body).Name.In(language),
            plan.ReportType(line.Assignment.ReportType).Title.In(language),
            PartText.Name(reader, line.Assignment.ReportType, line.Part),
            line.Window,
            line.Sequence,
            line.Channel is { } channel ? Text.Word(language, channel) : null,
            line.Permitted,
            line.Committed,
            line.Noticed,
            line.Recorded,
            Text.Word(language, line.Instant),
            line.Limit,
            line.Distance.TotalSeconds,
            Text.Word(language, line.Verdict ?? TimelinessVerdict.Refused),
            line.Reason is { } reason ? Text.Get(language, FairnessTable.ReasonKey(reason))
            : line.Why is { } why ? FindingText.Show(reader, why)
            : null,
            .. Enumerable.Repeat<object?>(null, 6),
        ];
    }

    private static object?[] Row(PageContext reader, Outage outage)
    {
        var row = Row(reader, outage.Window, "csv.outage.declared");
        row[5] = outage.Sequence;
        row[10] = outage.DeclaredAt;
        row[15] = outage.Reason;
        row[19] = reader.Plan!.FindPerson(outage.By)?.Name.In(reader.Language) ?? outage.By;
        row[20] = outage.Hours;
        row[21] = outage.Moved;
        return row;
    }

    private static object?[] Row(
        PageContext reader,
        OutageWindow window,
        string key = "csv.outage.noticed"
    ) =>
        [
            .. Enumerable.Repeat<object?>(null, JudgementFields),
            Text.Get(reader.Language, key),
            window.From,
            window.To,
            null,
            null,
            null,
        ];
}
