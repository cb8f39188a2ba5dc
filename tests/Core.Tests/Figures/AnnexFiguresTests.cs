using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Events;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Tests.Checking.Planted;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Figures;

public sealed class AnnexFiguresTests
{
    private const string OnTime = "2024-09-09T09:00:00+07:00";
    private const string Late = "2024-09-12T09:00:00+07:00";

    private static readonly AnnexReading Reading = AnnexReading.Of(
        new WrittenAnnex(Language.Vi, 3).Facts(),
        PlantedPlan.Annex
    );

    [Fact]
    public void Every_value_is_taken_with_its_cell_its_mark_and_its_reason()
    {
        var figures = Of([Opened(), Recorded(OnTime)], Reading);

        Assert.Equal(ReportStanding.Counts, figures.Standing);
        Assert.Equal((new string('a', 64), ReportPart.Whole), (figures.Sha256, figures.Part));
        Assert.False(figures.IsLate);
        Assert.Equal(
            Reading.Values.Select(value =>
                (value.Indicator.Code, value.Period.Code, value.Number, value.Cell)
            ),
            figures.Values.Select(value =>
                (value.Indicator, value.Period, value.Value, value.Cell ?? "")
            )
        );
        Assert.Contains(
            figures.Values,
            value => value is { Value: null, Reason: "Chưa thống kê", Period: "y2021" }
        );
        Assert.Contains(figures.Values, value => value.IsPreliminary);
        Assert.DoesNotContain(
            figures.Values,
            value => value is { Value: not null, Reason: not null }
        );
    }

    [Fact]
    public void What_came_late_is_late() =>
        Assert.True(Of([Opened(), Recorded(Late)], Reading).IsLate);

    [Fact]
    public void Whoever_was_released_tells_nothing_whatever_came() =>
        Assert.Equal(
            ReportStanding.Exempt,
            Of(
                [Opened(), Recorded(OnTime), new AssignmentEvent.Exempted("Lan", "Sáp nhập")],
                Reading
            ).Standing
        );

    [Fact]
    public void Nothing_is_told_where_no_version_counts_or_it_could_not_be_read()
    {
        Assert.Equal(ReportStanding.Missing, Of([Opened()], Reading).Standing);
        Assert.Equal(
            ReportStanding.Missing,
            Of([Opened(), Recorded(OnTime, finding: Severity.Error)], Reading).Standing
        );
        Assert.Equal(ReportStanding.Missing, Of([Opened(), Recorded(OnTime)], null).Standing);
    }

    [Fact]
    public void What_nobody_explained_stays_with_its_value()
    {
        var figures = Of(
            [Opened(), Recorded(OnTime)],
            Reading,
            new FindingPlace { Indicator = "budget", Period = "y2022" },
            new FindingPlace { Indicator = "members" },
            new FindingPlace { Section = "results" }
        );

        Assert.Equal(
            [("budget", 1), ("members", 6)],
            figures
                .Values.Where(value => value.IsUnexplained)
                .CountBy(value => value.Indicator)
                .Select(count => (count.Key, count.Value))
                .Order()
        );
    }

    private static ReportFigures Of(
        Event[] events,
        AnnexReading? reading,
        params FindingPlace[] unexplained
    ) =>
        AnnexFigures.Of(
            AssignmentRow.Of(BaDinh, new EventStream(BaDinh.Stream, Stream(BaDinh.Stream, events))),
            ReportPart.Whole,
            reading,
            unexplained
        );
}
