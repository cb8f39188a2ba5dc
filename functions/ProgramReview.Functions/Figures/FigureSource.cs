using ProgramReview.Core.Checking;
using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Events;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Index;

namespace ProgramReview.Functions.Figures;

/// <summary>The figures of one assignment: from its row, and from what the check has read of the annex that counts. It opens no file.</summary>
public sealed class FigureSource(IndexReader index, ContentFactsStore contents, ICheckQueue checks)
{
    /// <summary>The figures; null if what was read is lost: then the file is to be read again, and the queue of checks was asked.</summary>
    public async Task<ReportFigures?> FindAsync(
        PlanLookup plan,
        AssignmentId assignment,
        CancellationToken cancellation
    )
    {
        var row = await index.RowAsync(plan, assignment, cancellation);
        var part = ReportPart
            .Of(plan.ReportType(assignment.ReportType))
            .FirstOrDefault(part => part.Kind == PartKind.Annex)
            ?.Code;
        var counting = row.Parts.FirstOrDefault(one => one.Code == part)?.Counting;
        if (part is null || counting is null || row.Exemption is not null)
        {
            return AnnexFigures.Of(row, part ?? ReportPart.Whole, null, []);
        }
        var facts = await contents.FindNewestAsync(assignment, counting.Sha256, cancellation);
        if (facts is null && !WasNeverRead(row, counting))
        {
            await checks.EnqueueAsync(counting.BlobName, cancellation);
            return null;
        }
        var reading = facts?.Annex is { } annex
            ? AnnexReading.Of(annex, AnnexDefinition.Of(plan, assignment))
            : null;
        return AnnexFigures.Of(row, part, reading, Unexplained(row, part));
    }

    // Then it counts by the word of a person, and nobody knows what it holds.
    private static bool WasNeverRead(AssignmentRow row, CountingFile counting) =>
        row
            .Rulings.OfType<AssignmentEvent.Overruled>()
            .Any(ruling =>
                ruling.BlobName == counting.BlobName
                && Finding.CodeOf(ruling.Finding)
                    is ContentCheck.NotChecked
                        or CheckResult.CouldNotBeRead
            );

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
