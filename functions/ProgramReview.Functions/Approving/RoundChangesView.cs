using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Narrative;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Narrative;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>Draws the page of what changed since the round before, from the two manifests and the texts of the files that they name.</summary>
public sealed class RoundChangesView(
    DossierStore dossiers,
    RoundComparison comparison,
    ReportTexts texts,
    LinkAddresses addresses,
    PageRenderer renderer,
    TimeProvider clock
)
{
    /// <summary>The page of a link; null for a first round, and for a part that has not changed.</summary>
    /// <param name="request">Asks for it.</param>
    /// <param name="held">The link.</param>
    /// <param name="part">The part whose words are asked for; null for all changes.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<PageResult?> ShowAsync(
        HttpRequest request,
        HeldLink held,
        PartId? part,
        CancellationToken cancellation
    )
    {
        var (link, cycle) = held;
        if (cycle.State.Round(DecisionView.RoundOf(link)) is not { } round)
        {
            return null;
        }
        var back = addresses.Of(LinkPurpose.Decide, link.Id).AbsolutePath;
        var page = PageNumber.Of(request.Query);
        var changes = await comparison.OfAsync(
            cycle,
            round,
            new OpenDossier(
                cycle.Plan,
                await dossiers.GetAsync(link.Cycle, round.DossierHash, cancellation),
                Readers.Participants,
                id => $"{back}/files/{id}"
            ),
            page,
            cancellation
        );
        var change = changes.Parts.FirstOrDefault(one => one.Change.Part == part)?.Change;
        if (changes.Since is null || (part is not null && change is null))
        {
            return null;
        }
        return new PageResult(
            await renderer.RenderAsync<RoundChangesPage>(
                new RoundChangesPageModel
                {
                    Context = held.Page(request, clock.GetUtcNow()),
                    BackPath = back,
                    Changes = changes,
                    Page = page,
                    Part = part,
                    Sections = part is null
                        ? []
                        : TextDiff.Between(
                            await TextAsync(cycle.Plan, part, change!.Before?.Sha256, cancellation),
                            await TextAsync(cycle.Plan, part, change.Now?.Sha256, cancellation)
                        ),
                }
            )
        );
    }

    private async Task<ReportText?> TextAsync(
        PlanLookup plan,
        PartId part,
        string? sha256,
        CancellationToken cancellation
    ) => sha256 is null ? null : await texts.FindAsync(plan, part, sha256, cancellation);
}
