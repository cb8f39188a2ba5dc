using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Events;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Uploading;

/// <summary>Lists and serves the minutes of sessions, through the gate of all uploaded bytes.</summary>
public sealed class MinutesFiles(ReportFiles files, FileGate gate)
{
    /// <summary>The line of a session.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="meeting">The session.</param>
    /// <param name="path">Where its minutes are fetched.</param>
    public MinutesLine LineOf(CycleState cycle, CycleEvent.MeetingRecorded meeting, string path) =>
        new(meeting, path, gate.Withholds(cycle.ScansOfMinutes(meeting.Minutes)));

    /// <summary>The lines of sessions, for whoever may open the status page.</summary>
    public IReadOnlyList<MinutesLine> LinesOf(
        RunningCycle cycle,
        IEnumerable<CycleEvent.MeetingRecorded> meetings
    ) =>
        [
            .. meetings.Select(meeting =>
                LineOf(cycle.State, meeting, $"/status/{cycle.Ref.Cycle}/minutes/{meeting.Minutes}")
            ),
        ];

    /// <summary>Sends minutes that are on record, or says why they are withheld; null if there are none of this hash.</summary>
    public async Task<IResult?> SendAsync(
        RunningCycle cycle,
        string sha256,
        CancellationToken cancellation
    ) =>
        cycle.State.Meetings.FirstOrDefault(meeting => meeting.Minutes == sha256) is { } meeting
            ? await files.SendAsync(
                new MinutesName(cycle.Ref.Cycle, sha256).ToString(),
                cycle.State.ScansOfMinutes(sha256),
                meeting.FileName,
                cancellation
            )
            : null;
}
