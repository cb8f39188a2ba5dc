using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Approving;

/// <summary>Gives somebody the minutes of the session whose record they may object to.</summary>
internal sealed class ObjectionMinutesFunction(
    LinkGate gate,
    MinutesFiles minutes,
    LinkProblem problem
)
{
    /// <summary>Answers with the file.</summary>
    [Function(nameof(ObjectionMinutesFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "o/{token}/minutes")]
            HttpRequest request,
        string token,
        CancellationToken cancellation
    ) =>
        await gate.OpenAsync(token, LinkPurpose.Objection, cancellation) is { } held
        && ObjectionView.OrderOf(held).Event is CycleEvent.MeetingRecorded meeting
        && await minutes.SendAsync(held.Cycle, meeting.Minutes, cancellation) is { } sent
            ? sent
            : await problem.AnswerAsync(request, token);
}
