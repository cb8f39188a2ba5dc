using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>Draws a dossier from its manifest: as a draft for approvers, published for those who took part, and of that what is for everybody.</summary>
public sealed class DossierView(
    DossierStore dossiers,
    ReportFiles files,
    FairnessView fairness,
    PageRenderer renderer
)
{
    /// <summary>The page (<c>dossier</c>), the manifest, the fairness report (page or CSV), or a file (<c>files</c>); null if there is none.</summary>
    public async Task<IResult?> ServeAsync(
        RunningCycle cycle,
        string dossierHash,
        DossierPlace place,
        string part,
        string? file,
        CancellationToken cancellation
    ) =>
        !IsShown(cycle.Plan.Publication, place.Audience, part, file)
            ? null
            : part switch
            {
                "dossier" => new PageResult(
                    await renderer.RenderAsync<DossierPage>(
                        await ModelAsync(cycle, dossierHash, place, isFile: false, cancellation)
                    ),
                    IsPublic: place.IsPublic
                ),
                "manifest.json" => await dossiers.FindManifestAsync(
                    cycle.Ref.Cycle,
                    dossierHash,
                    cancellation
                )
                    is { } manifest
                    ? Results.Bytes(manifest, "application/json")
                    : null,
                "fairness" or "fairness.csv" => await FairnessAsync(
                    cycle,
                    dossierHash,
                    place,
                    part,
                    cancellation
                ),
                "files" => await ReportAsync(cycle, dossierHash, file, cancellation),
                _ => null,
            };

    /// <summary>The page as a file to be kept: it carries its stylesheet in itself.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="dossierHash">Which dossier.</param>
    /// <param name="place">Where and to whom it is shown.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<ReadOnlyMemory<byte>> FileAsync(
        RunningCycle cycle,
        string dossierHash,
        DossierPlace place,
        CancellationToken cancellation
    ) =>
        await renderer.RenderFileAsync<DossierPage>(
            await ModelAsync(cycle, dossierHash, place, isFile: true, cancellation)
        );

    private async Task<DossierPageModel> ModelAsync(
        RunningCycle cycle,
        string dossierHash,
        DossierPlace place,
        bool isFile,
        CancellationToken cancellation
    )
    {
        var dossier = await dossiers.GetAsync(cycle.Ref.Cycle, dossierHash, cancellation);
        var round = cycle.State.Round(dossier.Round);
        var published = cycle.State.Publication?.DossierHash == dossierHash;
        return new DossierPageModel
        {
            Context = place.Reader,
            PublishedAt = published ? cycle.State.PublishedAt : null,
            CompiledAt = dossier.CompiledAt,
            Round = dossier.Round,
            DossierHash = dossierHash,
            ManifestPath =
                place.Audience == Readers.Participants ? $"{place.Path}/manifest.json" : null,
            Anchors = dossier.Anchors,
            Outages = dossier.Outages,
            HealthGaps = dossier.HealthGaps,
            FairnessPath = cycle.Plan.Publication.ShowsReports(place.Audience)
                ? $"{place.Path}/fairness"
                : null,
            CloseCalls = dossier.CloseCalls.Count,
            Reports = DossierLines.Of(cycle.Plan, dossier, id => $"{place.Path}/files/{id}"),
            Page = place.Page,
            Concerns = place.Concerns,
            Decisions = published && round is not null ? DecisionsOf(cycle, round) : [],
            Tally =
                published && round is not null
                    ? DecisionView.TallyOf(cycle.Plan.Plan.Approval, round, DateTimeOffset.MaxValue)
                    : null,
            Back = place.Back,
            IsUnscanned = !isFile && !files.IsScanned,
            IsFile = isFile,
        };
    }

    private async Task<IResult> FairnessAsync(
        RunningCycle cycle,
        string dossierHash,
        DossierPlace place,
        string part,
        CancellationToken cancellation
    )
    {
        var dossier = await dossiers.GetAsync(cycle.Ref.Cycle, dossierHash, cancellation);
        var model = new FairnessPageModel
        {
            Context = place.Reader,
            Lines = dossier.CloseCalls,
            Outages = dossier.Outages,
            HealthGaps = dossier.HealthGaps,
            CsvPath = $"{place.Path}/fairness.csv",
            BackPath = $"{place.Path}/dossier",
            BackKey = "mail.button.dossier",
        };
        return part == "fairness.csv"
            ? FairnessView.Table(model)
            : await fairness.PageAsync(model, place.IsPublic);
    }

    private async Task<IResult?> ReportAsync(
        RunningCycle cycle,
        string dossierHash,
        string? file,
        CancellationToken cancellation
    )
    {
        var dossier = await dossiers.GetAsync(cycle.Ref.Cycle, dossierHash, cancellation);
        return
            PartId.TryParse(file, null, out var id)
            && dossier
                .Reports.FirstOrDefault(report => report.Assignment == id.Assignment)
                ?.Parts.FirstOrDefault(part => part.Code == id.Part)
                is { Counting: { } source }
            && await files.FindAsync(id.Assignment, source.BlobName, cancellation) is { } submission
            ? await files.SendAsync(submission, cancellation)
            : null;
    }

    // Closed unless it is known to be open. The manifest names files and people, and quotes what they said.
    private static bool IsShown(
        PublicationPlan publication,
        Readers audience,
        string part,
        string? file
    ) =>
        part switch
        {
            "dossier" => true,
            "fairness" or "fairness.csv" => publication.ShowsReports(audience),
            "files" => PartId.TryParse(file, null, out var id)
                && publication.ShowsPart(audience, id.Assignment.ReportType, id.Part),
            _ => audience == Readers.Participants,
        };

    private static IReadOnlyList<DossierDecision> DecisionsOf(
        RunningCycle cycle,
        RoundState round
    ) =>
        [
            .. cycle.Plan.Plan.Approval.Approvers.Select(person =>
            {
                var answer =
                    round.AnswerOf(person.Id) is { } given
                    && given.Counts(round.EndedAt ?? DateTimeOffset.MinValue)
                        ? given
                        : null;
                return new DossierDecision(
                    person.Name,
                    answer?.Verdict,
                    answer?.Own is { } own
                        ? cycle.Stream.First(entry => entry.Event.Equals(own)).RecordedAt
                        : (answer?.Order?.Event as CycleEvent.MeetingRecorded)?.Held
                )
                {
                    By =
                        answer is { Own: not null } && answer.Person != person.Id
                            ? cycle.Plan.FindPerson(answer.Person)?.Name
                            : null,
                    IsOfSession = answer is { Own: null },
                };
            }),
        ];
}
