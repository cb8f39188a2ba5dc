using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>What was found as a table: a line for each report and kind of finding, with what was answered.</summary>
internal static class FindingsCsv
{
    /// <summary>The file, written as the rows come.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="rows">The reports with findings.</param>
    /// <param name="code">The one kind, or null for all.</param>
    /// <param name="fileName">What the file is called.</param>
    public static IResult Of(
        PageContext reader,
        IAsyncEnumerable<AssignmentRow> rows,
        string? code,
        string fileName
    )
    {
        var (language, plan) = (reader.Language, reader.Plan!);
        return Csv.Stream(
            reader,
            [
                T("csv.assignment"),
                T("table.body"),
                T("receipt.report"),
                T("csv.check"),
                T("status.findings.kind"),
                T("status.findings.weight"),
                T("csv.places"),
                T("status.findings.explained"),
                T("status.findings.unexplained"),
                T("status.findings.overruled"),
                T("csv.explanations"),
            ],
            rows.SelectMany(row =>
                row.Kinds.Where(kind => code is null || kind.Code == code)
                    .Select(kind => Line(row, kind))
                    .ToAsyncEnumerable()
            ),
            fileName
        );

        string T(string key) => Text.Get(language, key);

        IEnumerable<object?> Line(AssignmentRow row, FindingCount kind) =>
            [
                row.Assignment.ToString(),
                plan.Body(row.Assignment.Body).Name.In(language),
                plan.ReportType(row.Assignment.ReportType).Title.In(language),
                kind.Code,
                FindingText.Fault(language, kind.Code),
                Text.Word(language, kind.Severity),
                kind.Places,
                kind.Explained,
                kind.Unexplained,
                kind.Overruled,
                string.Join(
                    "\n",
                    row.Explanations.Where(answer => Finding.CodeOf(answer.Finding) == kind.Code)
                        .Select(answer => answer.Text)
                ),
            ];
    }
}
