using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>
/// Shows everybody the published dossier, its manifest and its files; nothing before it is published. The newest edition stands at the cycle's
/// address, and each for ever at its own.
/// </summary>
internal sealed class PublishedDossierFunction(
    Cycles cycles,
    DossierView view,
    IDocumentStore documents,
    Problems problems,
    TimeProvider clock
)
{
    /// <summary>Answers with the newest edition: the page, the page as a file to keep, the manifest, or one report's file.</summary>
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
    ) =>
        ServeAsync(
            request,
            cycle,
            state => (state.Publication, ""),
            part ?? "dossier",
            file,
            cancellation
        );

    /// <summary>Answers with an edition in the same way.</summary>
    [Function("PublishedEditionFunction"), OpenTo(Audience.Everybody)]
    public Task<IResult> EditionAsync(
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
    ) =>
        ServeAsync(
            request,
            cycle,
            state =>
                (
                    state.Publications.FirstOrDefault(one => one.Edition == edition),
                    FormattableString.Invariant($"/editions/{edition}")
                ),
            part ?? "dossier",
            file,
            cancellation
        );

    private async Task<IResult> ServeAsync(
        HttpRequest request,
        string cycle,
        Func<CycleState, (Publication? Published, string Path)> which,
        string part,
        string? file,
        CancellationToken cancellation
    )
    {
        if (
            !CycleId.TryParse(cycle, null, out var id)
            || await cycles.FindAsync(id, cancellation) is not { } running
            || which(running.State) is not ({ } published, var path)
        )
        {
            return await problems.PageAsync(request, StatusCodes.Status404NotFound);
        }
        var reader = PageContext.For(request, Language.Vi, clock.GetUtcNow(), running.Plan);
        if (part == "dossier.html")
        {
            var name = PublishedPage.NameOf(id, published.DossierHash, reader.Language);
            return await documents.FindAsync(name, cancellation) is { } kept
                ? Results.Bytes(kept.Content, kept.ContentType, $"{id}.html")
                : await problems.PageAsync(request, StatusCodes.Status404NotFound);
        }
        return await view.ServeAsync(
                running,
                published.DossierHash,
                new DossierPlace($"/d/{id}{path}", reader, published)
                {
                    Page = PageNumber.Of(request.Query),
                },
                part,
                file,
                cancellation
            ) ?? await problems.PageAsync(request, StatusCodes.Status404NotFound);
    }
}
