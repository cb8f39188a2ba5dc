using ProgramReview.Core.Checking;
using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures;

/// <summary>Takes the figures of an assignment from how it stands and what was read of its annex.</summary>
public static class AnnexFigures
{
    /// <summary>The version that tells an assignment's figures; null where none counts or no annex is asked.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="row">How the assignment stands.</param>
    public static CountingFile? CountingOf(PlanLookup plan, AssignmentRow row) =>
        row.Exemption is null
            ? row.Parts.FirstOrDefault(part => part.Code == PartOf(plan, row))?.Counting
            : null;

    /// <summary>Whether a version counts by the word of a person alone: nobody could read what it holds.</summary>
    /// <param name="row">How the assignment stands.</param>
    /// <param name="counting">The version.</param>
    public static bool WasNeverRead(AssignmentRow row, CountingFile counting) =>
        row
            .Rulings.OfType<AssignmentEvent.Overruled>()
            .Any(ruling =>
                ruling.BlobName == counting.BlobName
                && Finding.CodeOf(ruling.Finding)
                    is ContentCheck.NotChecked
                        or CheckResult.CouldNotBeRead
            );

    /// <summary>The figures, as they follow from the plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="row">How the assignment stands.</param>
    /// <param name="annex">What was read of the version that counts; null if nothing could be.</param>
    public static ReportFigures Of(PlanLookup plan, AssignmentRow row, AnnexFacts? annex)
    {
        var part = PartOf(plan, row) ?? ReportPart.Whole;
        return Of(
            row,
            part,
            annex is not null && CountingOf(plan, row) is not null
                ? AnnexReading.Of(annex, AnnexDefinition.Of(plan, row.Assignment))
                : null,
            Unexplained(row, part)
        );
    }

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

    private static string? PartOf(PlanLookup plan, AssignmentRow row) =>
        ReportPart
            .Of(plan.ReportType(row.Assignment.ReportType))
            .FirstOrDefault(part => part.Kind == PartKind.Annex)
            ?.Code;

    private static List<FindingPlace> Unexplained(AssignmentRow row, string part)
    {
        var keys = row
            .Unexplained.Where(one => one.Part == part)
            .Select(one => one.Finding)
            .ToHashSet();
        return
        [
            .. row
                .Queries.Where(query => query.Part == part && keys.Contains(query.Finding.Key))
                .Select(query => query.Finding.Place)
                .OfType<FindingPlace>(),
        ];
    }
}
