using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Compiling;

/// <summary>Lists the parts of a dossier as they were when it was compiled, whatever came later.</summary>
public sealed class DossierLines(IEventStore record)
{
    /// <summary>The streams of a dossier's parts.</summary>
    public async Task<IReadOnlyDictionary<AssignmentId, EventStream>> ReadAsync(
        Dossier dossier,
        CancellationToken cancellation
    )
    {
        var streams = new Dictionary<AssignmentId, EventStream>();
        foreach (var part in dossier.Parts)
        {
            streams[part.Assignment] = await record.ReadAsync(part.Assignment.Stream, cancellation);
        }
        return streams;
    }

    /// <summary>A line per part.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="dossier">The dossier.</param>
    /// <param name="streams">The streams of its parts.</param>
    /// <param name="downloadPath">Where the file of an assignment is fetched.</param>
    public static IReadOnlyList<ReportLine> Of(
        PlanLookup plan,
        Dossier dossier,
        IReadOnlyDictionary<AssignmentId, EventStream> streams,
        Func<AssignmentId, string> downloadPath
    )
    {
        var lines = new List<ReportLine>();
        foreach (var part in dossier.Parts)
        {
            var entries = streams[part.Assignment];
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
                    SubmissionOf(part, entries),
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
    public static Submission? SubmissionOf(DossierPart part, EventStream stream) =>
        part.Source is { } source
            ? stream.Assignment.Submissions.FirstOrDefault(submission =>
                submission.BlobName == source.BlobName
            )
            : null;
}
