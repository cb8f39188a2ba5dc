using ProgramReview.Core.Forms;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.People.Forms;

/// <summary>What a played person writes into an annex: always the same for the same seed, body and habit.</summary>
/// <param name="form">The form.</param>
/// <param name="seed">The seed.</param>
/// <param name="habit">How it is filled in.</param>
public sealed class AnnexAnswers(AnnexForm form, int seed, AnnexHabit habit)
{
    private const decimal UsualMost = 1000;

    private readonly AnnexColumn.Value firstValue = form
        .Columns.OfType<AnnexColumn.Value>()
        .First();

    /// <summary>What goes into a cell, or null for nothing.</summary>
    /// <param name="indicator">The row's code.</param>
    /// <param name="column">The column's code.</param>
    public AnnexEntry? Entry(string indicator, string column)
    {
        var row = form.Rows.FirstOrDefault(row => row.Indicator == indicator);
        var place = form.Columns.Index().FirstOrDefault(one => one.Item.Code == column);
        if (row is null || place.Item is null)
        {
            return null;
        }
        var isWrong = row == form.Rows[0] && place.Item == firstValue;
        return row.Cells[place.Index] switch
        {
            AnnexCell.ValueEntry(var asked) when isWrong => Wrong(asked),
            AnnexCell.ValueEntry(var asked) => new AnnexEntry.Number(Value(asked, column)),
            AnnexCell.ReasonEntry
                when row == form.Rows[0] && habit == AnnexHabit.LeavesOutWithReason =>
                new AnnexEntry.Words("Chưa có số liệu"),
            _ => null,
        };
    }

    private AnnexEntry? Wrong(Indicator asked) =>
        habit switch
        {
            AnnexHabit.Complete => new AnnexEntry.Number(Value(asked, firstValue.Code)),
            AnnexHabit.LeavesOut or AnnexHabit.LeavesOutWithReason => null,
            AnnexHabit.WritesWords => new AnnexEntry.Words("khoảng 100"),
            AnnexHabit.WritesNumberAsText => new AnnexEntry.Words("1.234"),
            AnnexHabit.ExceedsBounds => new AnnexEntry.Number(
                asked.Max + 1 ?? asked.Min - 1 ?? decimal.MaxValue
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(asked), habit, "Unknown habit."),
        };

    private decimal Value(Indicator asked, string column)
    {
        var least = asked.Min ?? 0;
        var most = Math.Max(asked.Max ?? least + UsualMost, least);
        var chance = new Chance(seed, $"{form.Assignment}/{asked.Code}/{column}");
        return Math.Clamp(
            decimal.Round(least + ((most - least) * (decimal)chance.Next()), asked.Decimals),
            least,
            most
        );
    }
}
