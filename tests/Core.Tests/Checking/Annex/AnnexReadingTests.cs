using System.Globalization;
using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Tests.Checking.Planted;
using Xunit;

namespace ProgramReview.Core.Tests.Checking.Annex;

public sealed class AnnexReadingTests
{
    public static TheoryData<Language, int> Written =>
        new(
            Enum.GetValues<Language>()
                .SelectMany(language => Enumerable.Range(1, 30).Select(seed => (language, seed)))
        );

    [Theory, MemberData(nameof(Written))]
    public void Every_figure_is_found_under_its_indicator_and_period(Language language, int seed)
    {
        var annex = new WrittenAnnex(language, seed);

        var reading = Read(annex.Facts());

        Assert.All(
            annex.Rows,
            row =>
                Assert.All(
                    row.Values,
                    value =>
                        Assert.Equal(value.Value.Number, reading.Of(row.Code, value.Key)?.Number)
                )
        );
    }

    [Theory, MemberData(nameof(Written))]
    public void A_table_is_found_however_far_down_it_begins(Language language, int seed)
    {
        const int Above = 130;
        var annex = new WrittenAnnex(language, seed);
        var facts = annex.Facts();
        var sheet = facts.Sheets[0];
        var words = Enumerable
            .Range(1, Above)
            .Select(row => WrittenCell.Of($"Năm 2023: ghi chú số {row}").At(row, 2));
        var moved = sheet.Cells.Select(cell => cell with { Row = cell.Row + Above });

        var reading = Read(
            facts with
            {
                Sheets = [sheet with { Cells = [.. words, .. moved] }, .. facts.Sheets.Skip(1)],
            }
        );

        // Years in the text above are taken for a heading only where nothing better stands near.
        Assert.All(
            annex.Rows,
            row =>
                Assert.All(
                    row.Values,
                    value =>
                        Assert.Equal(value.Value.Number, reading.Of(row.Code, value.Key)?.Number)
                )
        );
    }

    [Theory, MemberData(nameof(Written))]
    public void A_sheet_that_is_hidden_is_read_where_no_other_holds_a_table(
        Language language,
        int seed
    )
    {
        var annex = new WrittenAnnex(language, seed) { IsHidden = true };
        var facts = annex.Facts();
        var seen = new AnnexSheet("0", false, [WrittenCell.Of("Xem trang sau").At(1, 1)]);

        var reading = Read(facts with { Sheets = [seen, .. facts.Sheets] });

        Assert.All(
            annex.Rows,
            row =>
                Assert.All(
                    row.Values,
                    value =>
                    {
                        var read = reading.Of(row.Code, value.Key);
                        Assert.Equal(value.Value.Number, read?.Number);
                        Assert.True(read?.IsHidden);
                    }
                )
        );
    }

    [Fact]
    public void A_missing_value_bears_the_reason_of_its_row()
    {
        var annex = new WrittenAnnex(Language.Vi, 3);
        var row = annex.Rows.Find(one => one.Reason is not null)!;

        Assert.Equal("Chưa thống kê", Read(annex.Facts()).Of(row.Code, "y2021")!.Reason);
    }

    [Theory]
    [InlineData("1.234", "97,5", "1234")]
    [InlineData("1,234", "97,5", "1.234")]
    [InlineData("1,234", "97.5", "1234")]
    [InlineData("1.234", "97.5", "1.234")]
    [InlineData("1.234", "12", null)]
    public void What_is_written_elsewhere_says_what_a_separator_means(
        string written,
        string elsewhere,
        string? read
    )
    {
        var annex = new WrittenAnnex(Language.Vi, 5);
        annex.Row("budget").Values["y2022"] = WrittenCell.Of(written);
        annex.Row("plan-share").Values["y2022"] = WrittenCell.Of(elsewhere);

        var value = Read(annex.Facts()).Of("budget", "y2022")!;

        Assert.Equal(
            read,
            value.Number is { } number ? FormattableString.Invariant($"{number}") : null
        );
        Assert.Equal(read is null ? AnnexValueState.Ambiguous : AnnexValueState.Given, value.State);
    }

    [Theory]
    [InlineData("members", "1.234", "1234")]
    [InlineData("organisations-good", "97.125", "97.125")]
    public void What_cannot_be_is_not_meant(string indicator, string written, string read)
    {
        var annex = new WrittenAnnex(Language.Vi, 5);
        annex.Row(indicator).Values["y2022"] = WrittenCell.Of(written);

        Assert.Equal(
            read,
            FormattableString.Invariant($"{Read(annex.Facts()).Of(indicator, "y2022")!.Number}")
        );
    }

    [Fact]
    public void A_cell_that_is_shown_as_a_share_holds_a_hundredth_of_it()
    {
        var annex = new WrittenAnnex(Language.Vi, 5);
        annex.Row("plan-share").Values["y2022"] = WrittenCell.Of(0.975m) with { Format = "0.00%" };

        Assert.Equal(97.5m, Read(annex.Facts()).Of("plan-share", "y2022")!.Number);
    }

    [Theory]
    [InlineData("1000000000000000", null)]
    [InlineData("-79228162514264337593543950335", null)]
    [InlineData("79228162514264337593543950335", "0.00%")]
    public void What_is_beyond_all_that_is_counted_is_no_number(string written, string? format)
    {
        var annex = new WrittenAnnex(Language.Vi, 5);
        annex.Row("plan-share").Values["y2022"] = WrittenCell.Of(
            decimal.Parse(written, CultureInfo.InvariantCulture)
        ) with
        {
            Format = format,
        };

        var value = Read(annex.Facts()).Of("plan-share", "y2022")!;

        Assert.Equal((AnnexValueState.NotANumber, null), (value.State, value.Number));
    }

    [Fact]
    public void Only_so_many_rows_above_a_table_say_what_its_columns_hold()
    {
        var asked = PlantedPlan.Annex;
        SheetCell[] cells =
        [
            WrittenCell.Of(asked.Periods[0].Title.Vi).At(1, 3),
            WrittenCell.Of("Ghi chú").At(50, 4),
            WrittenCell.Of("Lý do").At(200, 5),
            WrittenCell.Of(asked.Rows[0].Indicator.Name.Vi).At(300, 1),
            WrittenCell.Of(12).At(300, 3),
        ];

        var found = new ColumnFinder(
            new SheetGrid(new AnnexSheet("1", false, cells), text => text),
            asked
        ).Find()!;

        Assert.Equal((4, null), (found.Remark, found.Reason));
        Assert.Equal(299, found.HeadRow);
    }

    [Fact]
    public void Nothing_is_read_where_no_period_stands() =>
        Assert.False(
            Read(
                new AnnexFacts([new AnnexSheet("1", false, [WrittenCell.Of("a").At(1, 1)])], [])
            ).HasTable
        );

    [Fact]
    public void A_workbook_without_a_cell_or_a_sheet_is_read_as_nothing() =>
        Assert.All(
            new[] { new AnnexFacts([], []), new AnnexFacts([new AnnexSheet("1", false, [])], []) },
            facts => Assert.False(Read(facts).HasTable)
        );

    [Fact]
    public void Of_several_sheets_that_with_the_periods_is_read_and_named()
    {
        var facts = new WrittenAnnex(Language.Vi, 5).Facts();
        var more = facts with
        {
            Sheets =
            [
                new AnnexSheet("Bìa", false, [WrittenCell.Of("Phụ lục").At(1, 1)]),
                .. facts.Sheets,
            ],
        };

        var reading = Read(more);

        Assert.Equal("1", reading.Sheet);
        Assert.NotEmpty(reading.Values);
    }

    private static AnnexReading Read(AnnexFacts facts) => AnnexReading.Of(facts, PlantedPlan.Annex);
}
