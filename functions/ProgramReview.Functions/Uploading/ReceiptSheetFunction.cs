using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Uploading;

/// <summary>Shows a receipt as one readable sheet that prints well.</summary>
internal sealed class ReceiptSheetFunction(LinkGate gate, ReceiptView view, LinkProblem problem)
{
    /// <summary>Answers with the sheet.</summary>
    [Function(nameof(ReceiptSheetFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "u/{token}/receipts/{sequence:long}"
        )]
            HttpRequest request,
        string token,
        long sequence,
        CancellationToken cancellation
    ) =>
        await gate.OpenAsync(token, LinkPurpose.Upload, cancellation) is { } held
        && await view.FindAsync(held.Link, sequence, cancellation) is { } found
            ? await view.ShowAsync(request, held, sequence, found)
            : await problem.AnswerAsync(request, token);
}
