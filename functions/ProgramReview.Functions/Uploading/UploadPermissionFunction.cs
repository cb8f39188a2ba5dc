using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>Exchanges a link for the address of one new blob.</summary>
internal sealed class UploadPermissionFunction(
    LinkGate gate,
    Cycles cycles,
    UploadPermissions permissions,
    ISubmissionStore submissions,
    LinkReader reader,
    LinkAddresses addresses,
    LinkProblem problem
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
        if (await gate.OpenAsync(token, LinkPurpose.Upload, cancellation) is not { } link)
        {
            return await problem.AnswerAsync(request, token);
        }
        if (await JsonBody.ReadAsync<Asked>(request, cancellation) is not { } asked)
        {
            return Problems.Of(400, "bad-request", "Send JSON with fileName and size (bytes).");
        }
        var cycle = (await cycles.FindAsync(link.Cycle, cancellation))!;
        var assignment = AssignmentId.Parse(link.Subject);
        var answer = await permissions.AskAsync(
            cycle,
            assignment,
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
                refused.Show(await reader.ContextAsync(link, cancellation)),
                receipt: new ReceiptPlaces(link, addresses).Of(refused.Entry)
            ),
            UploadPermission.Paused paused => Problems.Of(
                paused.Tell(request),
                "asked-too-often",
                paused.Show(await reader.ContextAsync(link, cancellation))
            ),
            _ => throw new InvalidOperationException("An answer of no known kind."),
        };
    }

    private sealed record Asked(string? FileName, long? Size);

    private sealed record Answer(
        Uri Url,
        IReadOnlyDictionary<string, string> Headers,
        string BlobName,
        DateTimeOffset Expires
    );
}
