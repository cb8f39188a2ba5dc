using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Receipts;
using ProgramReview.Functions.Web.Access;

namespace ProgramReview.Functions.Receipts;

/// <summary>Publishes the keys that receipts are checked with, at an address that stays.</summary>
internal sealed class ReceiptKeysFunction(IReceiptSigner signer)
{
    /// <summary>Answers with the JWK set.</summary>
    [Function(nameof(ReceiptKeysFunction)), OpenTo(Audience.Everybody)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = ".well-known/receipt-keys.json"
        )]
            HttpRequest request,
        CancellationToken cancellation
    )
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "public, max-age=3600";
        // Whoever checks receipts on a page of their own may read it too: there is nothing secret in it.
        headers.AccessControlAllowOrigin = "*";
        return Results.Bytes(
            ReceiptKeySet.Write(await signer.PublicKeysAsync(cancellation)),
            "application/jwk-set+json"
        );
    }
}
