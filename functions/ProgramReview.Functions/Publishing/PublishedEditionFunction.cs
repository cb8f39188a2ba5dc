using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Functions.Web.Access;

namespace ProgramReview.Functions.Publishing;

/// <summary>Shows everybody what everybody may read of one edition of the published dossier, at an address that is the same for ever.</summary>
internal sealed class PublishedEditionFunction(PublishedDossiers dossiers)
{
    /// <summary>Answers as for the newest.</summary>
    [Function(nameof(PublishedEditionFunction)), OpenTo(Audience.Everybody)]
    public Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "d/{cycle}/editions/{edition:int}/{part=dossier}/{file?}"
        )]
            HttpRequest request,
        string cycle,
        int edition,
        string? part,
        string? file,
        CancellationToken cancellation
    ) => dossiers.ServeAsync(request, cycle, edition, part ?? "dossier", file, cancellation);
}
