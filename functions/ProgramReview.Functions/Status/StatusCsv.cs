using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>The matrix as a table: a line for each report with who answers for it.</summary>
internal static class StatusCsv
{
    /// <summary>The file, written as the cells come.</summary>
    public static IResult Of(
        PageContext reader,
        IAsyncEnumerable<StatusCell> cells,
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
                T("table.state"),
                T("csv.parts"),
                T("csv.parts.required"),
                Csv.InZone(reader, T("upload.due")),
                Csv.InZone(reader, T("upload.closes")),
                Csv.InZone(reader, T("csv.accepted")),
                T("story.contacts"),
            ],
            cells.Select(Row),
            fileName
        );

        string T(string key) => Text.Get(language, key);

        IEnumerable<object?> Row(StatusCell cell)
        {
            var body = plan.Body(cell.Assignment.Body);
            return
            [
                cell.Assignment.ToString(),
                body.Name.In(language),
                plan.ReportType(cell.Assignment.ReportType).Title.In(language),
                Text.Word(language, cell.Phase),
                cell.Counting,
                cell.Required,
                cell.Due,
                cell.Closes,
                cell.FirstAcceptedAt,
                string.Join(", ", body.Contacts.Select(person => Contact(language, person))),
            ];
        }
    }

    // Whoever was erased has no address.
    private static string Contact(Language language, Person person) =>
        person.Email.Length == 0
            ? person.Name.In(language)
            : $"{person.Name.In(language)} <{person.Email}>";
}
