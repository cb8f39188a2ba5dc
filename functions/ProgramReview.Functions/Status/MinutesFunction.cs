using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>Gives operations and auditors the minutes of a session.</summary>
internal sealed class MinutesFunction(Cycles cycles, MinutesFiles minutes, Problems problems)
{
    /// <summary>Answers with the file.</summary>
    [Function(nameof(MinutesFunction)), OpenTo(Audience.Auditors)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "status/{cycle}/minutes/{hash}"
        )]
            HttpRequest request,
        string cycle,
        string hash,
        CancellationToken cancellation
    ) =>
        CycleId.TryParse(cycle, null, out var id)
        && await cycles.FindAsync(id, cancellation) is { } running
        && await minutes.SendAsync(running, hash, cancellation) is { } sent
            ? sent
            : await problems.PageAsync(request, StatusCodes.Status404NotFound);
}
