using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Figures;

/// <summary>Takes the figures of an assignment from how it stands and what was read of its annex.</summary>
public static class AnnexFigures
{
    /// <summary>The figures; missing without a version that counts, whatever was read.</summary>
    /// <param name="row">How the assignment stands.</param>
    /// <param name="part">The part that holds the annex.</param>
    /// <param name="reading">What was read of the version that counts; null if nothing could be.</param>
    /// <param name="unexplained">What was asked about that version and neither mended nor explained.</param>
    public static ReportFigures Of(
        AssignmentRow row,
        string part,
        AnnexReading? reading,
        IReadOnlyCollection<FindingPlace> unexplained
    )
    {
        var counting = row.Parts.FirstOrDefault(one => one.Code == part);
        if (row.Exemption is not null)
        {
            return new ReportFigures
            {
                Assignment = row.Assignment,
                Standing = ReportStanding.Exempt,
            };
        }
        return counting?.Counting is not { } file || reading is null
            ? ReportFigures.Missing(row.Assignment)
            : new()
            {
                Assignment = row.Assignment,
                Standing = ReportStanding.Counts,
                IsLate = counting.Timeliness == TimelinessVerdict.Late,
                Part = part,
                Sha256 = file.Sha256,
                Values =
                [
                    .. reading.Values.Select(value => new ReportedValue(
                        value.Indicator.Code,
                        value.Period.Code,
                        value.Number,
                        value.Cell
                    )
                    {
                        Reason = value.Number is null ? value.Reason : null,
                        IsPreliminary = value.IsPreliminary,
                        IsUnexplained = unexplained.Any(place =>
                            place.Indicator == value.Indicator.Code
                            && (place.Period is null || place.Period == value.Period.Code)
                        ),
                    }),
                ],
            };
    }
}
