using System.Net;
using System.Text;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Web.Pages;
using Xunit;

namespace ProgramReview.Pages.Tests;

public sealed class CsvTests
{
    [Theory]
    [InlineData(Language.Vi)]
    [InlineData(Language.En)]
    [InlineData(Language.Hi)]
    public async Task A_refusal_is_told_in_the_readers_words_wherever_it_is_listed(
        Language language
    )
    {
        var context = Sample.Context(language);
        var model = new FairnessPageModel
        {
            Context = context,
            Lines = DossierSample.CloseCalls,
            Count = DossierSample.CloseCalls.Count,
            Outages = [],
            HealthGaps = [],
            CsvPath = "/x",
            BackPath = "/x",
            BackKey = "story.back",
        };
        var why = Assert.Single(DossierSample.CloseCalls, line => line.Why is not null).Why!;
        var words = FindingText.Show(context, why);

        var table = Encoding.UTF8.GetString(FairnessCsv.Write(model));
        var page = WebUtility.HtmlDecode(await Rendering.Pages.RenderAsync<FairnessPage>(model));

        Assert.Contains("24:00", words, StringComparison.Ordinal);
        Assert.Contains(words, table, StringComparison.Ordinal);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"closed\"", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        Language.Vi,
        "\"Tên\";\"Hạn\"\r\n2024-10-01 00:00:00;2024-09-27 16:02:59;\"-1,501\";7;\r\n"
    )]
    [InlineData(
        Language.En,
        "\"Tên\",\"Hạn\"\r\n2024-10-01 00:00:00,2024-09-27 16:02:59,\"-1.501\",7,\r\n"
    )]
    public void Instants_stand_in_the_plans_zone_and_numbers_as_the_language_has_them(
        Language language,
        string expected
    ) =>
        Assert.Equal(
            expected,
            Write(
                language,
                Sample.Limit("2024-09-30T17:00:00Z"),
                Sample.At("2024-09-27T09:02:59.1234567Z"),
                -1.5010001,
                7L,
                null
            )
        );

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84 24")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    public void A_text_is_never_a_formula(string text) =>
        Assert.EndsWith($"\"'{text}\"\r\n", Write(Language.En, text), StringComparison.Ordinal);

    [Fact]
    public void A_quote_in_a_text_is_doubled() =>
        Assert.EndsWith(
            "\"a\"\";\"\"b\"\r\n",
            Write(Language.Vi, "a\";\"b"),
            StringComparison.Ordinal
        );

    private static string Write(Language language, params object?[] row) =>
        Encoding
            .UTF8.GetString(Csv.Write(Sample.Context(language), ["Tên", "Hạn"], [row]))
            .TrimStart('\uFEFF');
}
