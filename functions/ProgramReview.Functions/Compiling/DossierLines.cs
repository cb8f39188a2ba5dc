using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Compiling;

/// <summary>Lists the reports of a dossier as they were when it was compiled, whatever came later.</summary>
public sealed class DossierLines(IEventStore record)
{
    /// <summary>The streams of a dossier's reports.</summary>
    public async Task<IReadOnlyDictionary<AssignmentId, EventStream>> ReadAsync(
        Dossier dossier,
        CancellationToken cancellation
    )
    {
        var streams = new Dictionary<AssignmentId, EventStream>();
        foreach (var id in dossier.Reports.Select(report => report.Assignment))
        {
            streams[id] = await record.ReadAsync(id.Stream, cancellation);
        }
        return streams;
    }

    /// <summary>A line per report.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="dossier">The dossier.</param>
    /// <param name="streams">The streams of its reports.</param>
    /// <param name="downloadPath">Where the file of a part is fetched.</param>
    public static IReadOnlyList<ReportLine> Of(
        PlanLookup plan,
        Dossier dossier,
        IReadOnlyDictionary<AssignmentId, EventStream> streams,
        Func<PartId, string> downloadPath
    )
    {
        var lines = new List<ReportLine>();
        foreach (var report in dossier.Reports)
        {
            var entries = streams[report.Assignment];
            // As far as the dossier had read it: a later decision belongs to a later dossier.
            var head =
                entries.FirstOrDefault(entry => entry.Hash == report.ChainHead)?.Sequence ?? 0;
            var events = entries
                .Where(entry => entry.Sequence <= head)
                .Select(entry => entry.Event)
                .OfType<AssignmentEvent>()
                .ToList();
            lines.Add(
                new ReportLine(
                    report.Assignment,
                    report.Phase,
                    report.Due ?? plan.ReportType(report.Assignment.ReportType).Due,
                    events
                        .Aggregate(AssignmentState.None, (state, one) => state.Apply(one))
                        .Deciding,
                    [
                        .. report.Parts.Select(part => new PartLine(
                            part.Code,
                            part.Required,
                            SubmissionOf(part, entries),
                            part.Source is null
                                ? null
                                : downloadPath(new PartId(report.Assignment, part.Code))
                        )),
                    ],
                    events
                        .OfType<AssignmentEvent.DueExtended>()
                        .LastOrDefault(extended => extended.To == report.Extension),
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
    public static Submission? SubmissionOf(DossierPart? part, EventStream stream) =>
        part?.Source is { } source
            ? stream.Assignment.Submissions.FirstOrDefault(submission =>
                submission.BlobName == source.BlobName
            )
            : null;
}
