using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Compiling;

/// <summary>Lists the parts of a dossier as they were when it was compiled, whatever came later.</summary>
public sealed class DossierLines(IEventStore record, ReportFiles files)
{
    /// <summary>A line per part.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="dossier">The dossier.</param>
    /// <param name="downloadPath">Where the file of an assignment is fetched.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<ReportLine>> OfAsync(
        PlanLookup plan,
        Dossier dossier,
        Func<AssignmentId, string> downloadPath,
        CancellationToken cancellation
    )
    {
        var lines = new List<ReportLine>();
        foreach (var part in dossier.Parts)
        {
            var entries = await record.ReadAsync(part.Assignment.Stream, cancellation);
            // As far as the dossier had read it: a later decision belongs to a later dossier.
            var head = entries.FirstOrDefault(entry => entry.Hash == part.ChainHead)?.Sequence ?? 0;
            var events = entries
                .Where(entry => entry.Sequence <= head)
                .Select(entry => entry.Event)
                .OfType<AssignmentEvent>()
                .ToList();
            lines.Add(
                new ReportLine(
                    part.Assignment,
                    part.Phase,
                    part.Due ?? plan.ReportType(part.Assignment.ReportType).Due,
                    await SubmissionOfAsync(part, cancellation),
                    part.Source is null ? null : downloadPath(part.Assignment),
                    events
                        .OfType<AssignmentEvent.DueExtended>()
                        .LastOrDefault(extended => extended.To == part.Extension),
                    events.OfType<AssignmentEvent.Exempted>().FirstOrDefault(),
                    [
                        .. events.Where(@event =>
                            @event
                                is AssignmentEvent.Admitted
                                    or AssignmentEvent.Opened { By: not null }
                        ),
                    ]
                )
            );
        }
        return lines;
    }

    /// <summary>The submission behind a part, or null.</summary>
    public async Task<Submission?> SubmissionOfAsync(
        DossierPart part,
        CancellationToken cancellation
    ) =>
        part.Source is { } source
            ? await files.FindAsync(part.Assignment, source.BlobName, cancellation)
            : null;
}
