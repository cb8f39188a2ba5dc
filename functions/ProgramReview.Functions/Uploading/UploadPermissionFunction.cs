using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>Exchanges a link for the address of one new blob.</summary>
internal sealed class UploadPermissionFunction(
    LinkGate gate,
    UploadPermissions permissions,
    ISubmissionStore submissions,
    LinkAddresses addresses,
    LinkProblem problem,
    TimeProvider clock
)
{
    /// <summary>Answers 201 with address and headers, or a problem with the reason.</summary>
    [Function(nameof(UploadPermissionFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "u/{token}/permission")]
            HttpRequest request,
        string token,
        CancellationToken cancellation
    )
    {
        if (await gate.OpenAsync(token, LinkPurpose.Upload, cancellation) is not { } held)
        {
            return await problem.AnswerAsync(request, token);
        }
        var link = held.Link;
        var assignment = AssignmentId.Parse(link.Subject);
        if (
            await JsonBody.ReadAsync<Asked>(request, cancellation) is not { } asked
            || held.Cycle.Plan.ReportType(assignment.ReportType).PartMeant(asked.Part)
                is not { } part
        )
        {
            return Problems.Of(
                400,
                "bad-request",
                "Send JSON with fileName, size (bytes) and, where several are asked for, part."
            );
        }
        var answer = await permissions.AskAsync(
            held.Cycle,
            new PartId(assignment, part.Code),
            link.Person,
            asked.FileName,
            asked.Size,
            Channel.Page,
            cancellation
        );
        return answer switch
        {
            UploadPermission.Granted granted => Results.Json(
                new Answer(
                    await submissions.PermitAsync(granted.BlobName, granted.Expires, cancellation),
                    new Dictionary<string, string>
                    {
                        ["x-ms-blob-type"] = "BlockBlob",
                        ["If-None-Match"] = "*",
                    },
                    granted.BlobName,
                    granted.Expires
                ),
                statusCode: StatusCodes.Status201Created
            ),
            UploadPermission.Refused refused => Problems.Of(
                409,
                refused.Why.Code,
                refused.Show(held.Page(request, clock.GetUtcNow())),
                receipt: new ReceiptPlaces(link, addresses).Of(refused.Entry)
            ),
            UploadPermission.Paused paused => Problems.Of(
                paused.Tell(request),
                "asked-too-often",
                paused.Show(held.Page(request, clock.GetUtcNow()))
            ),
            _ => throw new InvalidOperationException("An answer of no known kind."),
        };
    }

    private sealed record Asked(string? Part, string? FileName, long? Size);

    /// <summary>What is answered.</summary>
    /// <param name="Url">Takes one file by one PUT.</param>
    /// <param name="Headers">To be sent with it.</param>
    /// <param name="BlobName">Names the file when telling that it is there.</param>
    /// <param name="Expires">In product time.</param>
    internal sealed record Answer(
        Uri Url,
        IReadOnlyDictionary<string, string> Headers,
        string BlobName,
        DateTimeOffset Expires
    );
}
