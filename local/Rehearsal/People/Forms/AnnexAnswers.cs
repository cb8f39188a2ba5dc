using ProgramReview.Core.Forms;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.People.Forms;

/// <summary>What a played person writes into an annex; the values themselves are each body's own.</summary>
internal sealed class AnnexAnswers
{
    private readonly AnnexForm form;
    private readonly AnnexHabit habit;
    private readonly string firstPeriod;
    private readonly Indicator wrong;

    /// <param name="form">The form.</param>
    /// <param name="habit">How it is filled in; where no value has bounds, one that would exceed them is left out instead.</param>
    public AnnexAnswers(AnnexForm form, AnnexHabit habit)
    {
        this.form = form;
        firstPeriod = form.Columns.OfType<AnnexColumn.Value>().First().Period.Code;
        var asked = form
            .Rows.Select(row => row.Cells.OfType<AnnexCell.ValueEntry>().First().Indicator)
            .ToList();
        var bounded =
            habit == AnnexHabit.ExceedsBounds
                ? asked.FirstOrDefault(one => one.Max is not null || one.Min is not null)
                : null;
        wrong = bounded ?? asked[0];
        this.habit =
            habit == AnnexHabit.ExceedsBounds && bounded is null ? AnnexHabit.LeavesOut : habit;
    }

    /// <summary>What was made wrong.</summary>
    public IReadOnlyList<Flaw> Flaws =>
        habit is AnnexHabit.Complete or AnnexHabit.LeavesOutWithReason
            ? []
            : [new Flaw.InValue(habit, wrong.Code, firstPeriod)];

    /// <summary>What goes into a cell, or null for nothing.</summary>
    /// <param name="row">The row's code.</param>
    /// <param name="column">The column's code.</param>
    public AnnexEntry? Entry(string row, string column)
    {
        var place = form.Columns.Index().First(one => one.Item.Code == column);
        return form.Rows.First(one => one.Indicator == row).Cells[place.Index] switch
        {
            AnnexCell.ValueEntry(var asked) when place.Item is AnnexColumn.Value(var period) =>
                asked == wrong && period.Code == firstPeriod
                    ? Doubtful(asked)
                    : Own(asked, period.Code),
            AnnexCell.ReasonEntry
                when row == wrong.Code && habit == AnnexHabit.LeavesOutWithReason =>
                new AnnexEntry.Words("Chưa có số liệu"),
            AnnexCell.TextEntry when row == form.Rows[0].Indicator => new AnnexEntry.Words(
                Place.Mark(Place.Note)
            ),
            _ => null,
        };
    }

    private AnnexEntry? Doubtful(Indicator asked) =>
        habit switch
        {
            AnnexHabit.Complete => Own(asked, firstPeriod),
            AnnexHabit.LeavesOut or AnnexHabit.LeavesOutWithReason => null,
            AnnexHabit.WritesWords => new AnnexEntry.Words("khoảng 100"),
            AnnexHabit.WritesNumberAsText => new AnnexEntry.Words("1.234"),
            AnnexHabit.ExceedsBounds => new AnnexEntry.Number(
                (asked.Max + 1 ?? asked.Min - 1)!.Value
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(asked), habit, "Unknown habit."),
        };

    private static AnnexEntry.Own Own(Indicator asked, string period) =>
        new(Place.Value(asked.Code, period));
}
