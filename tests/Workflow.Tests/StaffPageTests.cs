using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Workflow.Tests;

/// <summary>What each of the staff sees on the pages they share.</summary>
public sealed partial class StaffPageTests
{
    [Fact]
    public async Task The_Status_Page_Shows_Nobody_A_Link_Or_Form_That_Would_Turn_Them_Away()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(6);
        string[] forAuditors = ["/story", "/fairness", "/audit"];

        var viewer = await LinksAsync(scenario, StaffRole.Viewer);
        var auditor = await LinksAsync(scenario, StaffRole.Auditor);
        var operators = await LinksAsync(scenario, StaffRole.Operator);

        Assert.Contains(viewer, path => path.EndsWith("/csv", StringComparison.Ordinal));
        Assert.DoesNotContain(viewer, path => forAuditors.Any(path.Contains));
        Assert.All(forAuditors, part => Assert.Contains(auditor, path => path.Contains(part)));
        Assert.DoesNotContain(auditor, path => path.Contains("/commands"));
        Assert.Contains(operators, path => path.Contains("/commands"));
    }

    [Fact]
    public async Task The_Form_That_Starts_A_Cycle_Is_For_Whoever_May_Start_One()
    {
        await using var scenario = await Scenario.StartAsync();
        var view = scenario.World.Get<CycleListView>();

        var seen = await view.ShowAsync(Scenario.Look, null, mayStart: false, Scenario.Cancel);
        var steered = await view.ShowAsync(Scenario.Look, null, mayStart: true, Scenario.Cancel);

        Assert.DoesNotContain("action=\"/api/cycles\"", seen.Html, StringComparison.Ordinal);
        Assert.Contains("action=\"/api/cycles\"", steered.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_List_Of_Cycles_Speaks_As_Operations_Of_The_Newest_Cycle_Do()
    {
        await using var scenario = await Scenario.StartAsync();

        var list = await scenario
            .World.Get<CycleListView>()
            .ShowAsync(Scenario.Look, null, mayStart: false, Scenario.Cancel);

        var language = LanguageTags.TagOf(scenario.Plan.Plan.Operations.Language);
        Assert.NotEqual("vi", language);
        Assert.Contains($"<html lang=\"{language}\"", list.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Fairness_Table_Has_A_Line_For_Each_Outage_Under_The_Same_Columns()
    {
        await using var scenario = await Scenario.StartAsync();
        var window = new OutageWindow(scenario.Day(2), scenario.Day(2).AddHours(3));

        var reader = new PageContext(Language.En, scenario.Now, scenario.Plan);
        var lines = Lines(
            FairnessCsv.Write(
                new FairnessPageModel
                {
                    Context = reader,
                    Lines = [],
                    Count = 0,
                    Outages = [new(7, scenario.Day(3), window, 4, "Lan", "=power", 2)],
                    HealthGaps = [window],
                    CsvPath = "",
                    BackPath = "",
                    BackKey = "",
                }
            )
        );

        Assert.All(lines, line => Assert.Equal(22, Fields(line, ",").Length));
        Assert.Contains("\"Deadlines moved\"", lines[0], StringComparison.Ordinal);
        Assert.StartsWith(",,,,,7,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",\"Lan\",4,2", lines[1], StringComparison.Ordinal);
        Assert.Contains(",\"'=power\",\"Declared\",", lines[1], StringComparison.Ordinal);
        Assert.Contains(",\"Noticed by the product\",", lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Vi, ";", "\"Đã nhận đúng hạn\"")]
    [InlineData(Language.En, ",", "\"Received on time\"")]
    [InlineData(Language.Hi, ",", "\"समय पर प्राप्त\"")]
    public async Task The_Figures_Open_In_The_Readers_Spreadsheet(
        Language language,
        string separator,
        string word
    )
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.SettleAsync();
        var model = await scenario.StatusAsync();

        var lines = Lines(
            await ServedAsync(
                scenario,
                StatusCsv.Of(
                    model.Context with
                    {
                        Language = language,
                    },
                    model.Cells.ToAsyncEnumerable(),
                    "status.csv"
                )
            )
        );

        var row = lines.Single(line =>
            line.StartsWith($"\"{scenario.Alpha}\"", StringComparison.Ordinal)
        );
        var fields = Fields(row, separator);
        var cell = model.Cells.Single(one => one.Assignment == scenario.Alpha);
        var contact = scenario.Plan.Body("alpha").Contacts[0];
        Assert.Equal(10, fields.Length);
        Assert.Equal((word, "1", "1"), (fields[3], fields[4], fields[5]));
        Assert.Equal(At(cell.Due.Show(scenario.Plan.Zone)), fields[6]);
        Assert.Equal(At(cell.Closes.Show(scenario.Plan.Zone)), fields[7]);
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$", fields[8]);
        Assert.Contains($"<{contact.Email}>", fields[9], StringComparison.Ordinal);
        Assert.Contains("UTC", Fields(lines[0], separator)[6], StringComparison.Ordinal);
    }

    private static async Task<byte[]> ServedAsync(Scenario scenario, IResult result)
    {
        using var body = new MemoryStream();
        var http = new DefaultHttpContext
        {
            RequestServices = scenario.World.Get<IServiceProvider>(),
        };
        http.Response.Body = body;
        await result.ExecuteAsync(http);
        return body.ToArray();
    }

    // A separator within quotes is part of the field.
    private static string[] Fields(string line, string separator) =>
        Regex.Split(line, $"{separator}(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private static string At(DateTimeOffset local) =>
        local.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string[] Lines(byte[] file) =>
        Encoding
            .UTF8.GetString(file)
            .TrimStart('\uFEFF')
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static async Task<IReadOnlyList<string>> LinksAsync(Scenario scenario, StaffRole role)
    {
        var model = (await scenario.StatusAsync()).For(role, new AudienceTable());
        var html = await scenario.World.Get<PageRenderer>().RenderAsync<StatusPage>(model);
        return
        [
            .. Targets()
                .Matches(html)
                .Select(match => WebUtility.HtmlDecode(match.Groups["path"].Value)),
        ];
    }

    [GeneratedRegex("(href|action)=\"(?<path>[^\"]*)\"")]
    private static partial Regex Targets();
}
