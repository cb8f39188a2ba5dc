using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Receipts;
using ProgramReview.Functions.Receipts;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Uploading;

/// <summary>Gives a receipt as a file to keep, with the public key it is checked with.</summary>
internal sealed class ReceiptFileFunction(
    LinkGate gate,
    ReceiptView view,
    ReceiptBundles bundles,
    LinkProblem problem
)
{
    /// <summary>Answers with the bundle.</summary>
    [Function(nameof(ReceiptFileFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "u/{token}/receipts/{sequence:long}/file"
        )]
            HttpRequest request,
        string token,
        long sequence,
        CancellationToken cancellation
    )
    {
        if (
            await gate.OpenAsync(token, LinkPurpose.Upload, cancellation) is not { } held
            || await view.FindAsync(held.Link, sequence, cancellation) is not { } found
        )
        {
            return await problem.AnswerAsync(request, token);
        }
        var bundle = await bundles.OfAsync(found.Jws, cancellation);
        return Results.File(
            bundle.ToBytes(),
            ReceiptBundle.ContentType,
            ReceiptBundles.FileNameOf(found.Receipt)
        );
    }
}
