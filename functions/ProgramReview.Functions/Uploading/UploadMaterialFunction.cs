using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Uploading;

/// <summary>Gives the author of the consolidated report the reports it is drawn from.</summary>
internal sealed class UploadMaterialFunction(LinkGate gate, ReportFiles files, LinkProblem problem)
{
    /// <summary>Answers with the file that counts now.</summary>
    [Function(nameof(UploadMaterialFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "u/{token}/material/{part}"
        )]
            HttpRequest request,
        string token,
        string part,
        CancellationToken cancellation
    )
    {
        if (
            await gate.OpenAsync(token, LinkPurpose.Upload, cancellation) is not var (link, cycle)
            || AssignmentId.Parse(link.Subject).ReportType != cycle.Plan.Plan.ConsolidatedReport
            || !PartId.TryParse(part, null, out var id)
            || id.Assignment.Cycle != link.Cycle
            || await files.CountingAsync(id, cancellation) is not { } submission
        )
        {
            return await problem.AnswerAsync(request, token);
        }
        return await files.SendAsync(submission, cancellation);
    }
}
