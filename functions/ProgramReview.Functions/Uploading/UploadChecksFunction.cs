using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>Says to the page and to scripts what the checks of the newest files said, and whether one is outstanding.</summary>
internal sealed class UploadChecksFunction(
    LinkGate gate,
    IEventStore record,
    LinkProblem problem,
    TimeProvider clock
)
{
    /// <summary>Answers with the newest file of each part.</summary>
    [Function(nameof(UploadChecksFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "u/{token}/checks")]
            HttpRequest request,
        string token,
        CancellationToken cancellation
    )
    {
        if (await gate.OpenAsync(token, LinkPurpose.Upload, cancellation) is not { } held)
        {
            return await problem.AnswerAsync(request, token);
        }
        var assignment = AssignmentId.Parse(held.Link.Subject);
        var state = (await record.ReadAsync(assignment.Stream, cancellation)).Assignment;
        var reader = held.Page(request, clock.GetUtcNow());
        return Results.Json(
            new
            {
                outstanding = state.Submissions.Count(one => one.IsBeingChecked),
                parts = state
                    .Parts.Select(part => part.Newest)
                    .OfType<Submission>()
                    .Select(newest => new
                    {
                        part = newest.Part,
                        sha256 = newest.Sha256,
                        outstanding = newest.IsBeingChecked,
                        counts = state.Counts(newest),
                        findings = newest
                            .Standing()
                            .Concat(state.PairFindings(newest))
                            .Select(finding =>
                                FindingLine.Of(reader, assignment.ReportType, finding)
                            ),
                    }),
            }
        );
    }
}
