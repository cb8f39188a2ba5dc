using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Functions.Web.Access;

namespace ProgramReview.Functions.Publishing;

/// <summary>Shows everybody what everybody may read of the newest edition of the published dossier; nothing before one is published.</summary>
internal sealed class PublishedDossierFunction(PublishedDossiers dossiers)
{
    /// <summary>Answers with the page, or with what belongs to it.</summary>
    [Function(nameof(PublishedDossierFunction)), OpenTo(Audience.Everybody)]
    public Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "d/{cycle}/{part=dossier}/{file?}"
        )]
            HttpRequest request,
        string cycle,
        string? part,
        string? file,
        CancellationToken cancellation
    ) => dossiers.ServeAsync(request, cycle, edition: null, part ?? "dossier", file, cancellation);
}
