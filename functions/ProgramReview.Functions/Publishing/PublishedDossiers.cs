using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>Serves the editions of a published dossier to everybody: the newest at the cycle's address, each for ever at its own.</summary>
public sealed class PublishedDossiers(
    Cycles cycles,
    DossierView view,
    Problems problems,
    TimeProvider clock
)
{
    /// <summary>Answers with a page or a file of an edition, or that there is none.</summary>
    /// <param name="request">Asks for it.</param>
    /// <param name="cycle">The cycle's id as it was asked for.</param>
    /// <param name="edition">Which edition; null for the newest.</param>
    /// <param name="part">What of it.</param>
    /// <param name="file">Which file, where the part has several.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IResult> ServeAsync(
        HttpRequest request,
        string cycle,
        int? edition,
        string part,
        string? file,
        CancellationToken cancellation
    )
    {
        if (
            !CycleId.TryParse(cycle, null, out var id)
            || await cycles.FindAsync(id, cancellation) is not { } running
            || running.State.Publications.LastOrDefault(one =>
                one.Edition == (edition ?? one.Edition)
            )
                is not { } published
        )
        {
            return await problems.PageAsync(request, StatusCodes.Status404NotFound);
        }
        var reader = PageContext.For(request, Language.Vi, clock.GetUtcNow(), running.Plan);
        var path = edition is null
            ? $"/d/{id}"
            : FormattableString.Invariant($"/d/{id}/editions/{edition}");
        return await view.ServeAsync(
                running,
                published.DossierHash,
                new DossierPlace(path, reader, Readers.Everybody) { Query = request.Query },
                part,
                file,
                cancellation
            ) ?? await problems.PageAsync(request, StatusCodes.Status404NotFound);
    }
}
