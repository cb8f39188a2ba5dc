using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Rendering;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>Draws a dossier from its manifest: as a draft for approvers, published for those who took part, and of that what is for everybody.</summary>
public sealed class DossierView(
    DossierStore dossiers,
    DossierReader reader,
    ReportFiles files,
    DossierComparison comparison,
    Renderings renderings,
    FairnessView fairness,
    DossierContents contents,
    DossierFiguresView figures,
    DossierTextsView texts,
    PageRenderer renderer
)
{
    /// <summary>
    /// The page (<c>dossier</c>), the root of the manifest, a document that it names (<c>pieces</c>), the fairness report (page or CSV), the reports with
    /// an exception (<c>exceptions</c>), figures, texts, a file (<c>files</c>), or a rendering (<c>as</c>); null if there is none, or it is not for this reader.
    /// </summary>
    public async Task<IResult?> ServeAsync(
        RunningCycle cycle,
        string dossierHash,
        DossierPlace place,
        string part,
        string? file,
        CancellationToken cancellation
    )
    {
        if (!IsShown(cycle.Plan.Publication, place.Audience, part, file))
        {
            return null;
        }
        var id = cycle.Ref.Cycle;
        var content = await contents.OfAsync(
            cycle.Plan,
            dossierHash,
            place.Reader.Language,
            place.Audience,
            cancellation
        );
        var dossier = new OpenDossier(
            cycle.Plan,
            content.Dossier,
            place.Audience,
            path => $"{place.Path}/files/{path}"
        );
        return part switch
        {
            "dossier" => new PageResult(
                await renderer.RenderAsync<DossierPage>(
                    await ModelAsync(cycle, content, dossier, place, cancellation)
                ),
                IsPublic: place.IsPublic
            ),
            "files" => await FileAsync(dossier, file, cancellation),
            "as" => await RenderingAsync(cycle, dossierHash, place, file, cancellation),
            "manifest.json" => Json(
                await dossiers.FindDocumentAsync(id, dossierHash, cancellation)
            ),
            "pieces" => await PieceAsync(dossier, file, cancellation),
            "fairness" => await fairness.PageAsync(
                Fairness(dossier.Root, place, dossier.Root.Closest),
                place.IsPublic
            ),
            "fairness.csv" => FairnessView.Table(
                Fairness(dossier.Root, place, await CloseCallsAsync(dossier.Root, cancellation))
            ),
            "figures" => await figures.ServeAsync(content, dossier, place, file, cancellation),
            "texts" => await texts.ServeAsync(content, dossier, place, cancellation),
            "exceptions" => await ExceptionAsync(dossier, place, file, cancellation),
            _ => null,
        };
    }

    private async Task<DossierPageModel> ModelAsync(
        RunningCycle cycle,
        DossierContent content,
        OpenDossier dossier,
        DossierPlace place,
        CancellationToken cancellation
    )
    {
        var root = dossier.Root;
        var round = cycle.State.Round(root.Round);
        var whole = await content.WholeAsync(cancellation);
        var published = cycle.State.Publications.FirstOrDefault(one =>
            one.DossierHash == content.Hash
        );
        var editions = published is null ? null : EditionsView.Of(cycle, published);
        return new DossierPageModel
        {
            Context = place.Reader,
            PublishedAt = published?.At,
            Editions = editions,
            Changes = await ChangesAsync(cycle, content, editions?.Former, place, cancellation),
            Dossier = root,
            DossierHash = content.Hash,
            Path = place.Path,
            ShowsReports = content.ShowsReports,
            Consolidated = content.ShowsReports
                ? await reader.LinesAsync(dossier, [root.Consolidated], cancellation)
                : [],
            Reports = content.ShowsReports
                ? await reader.PageAsync(dossier, place.Page, cancellation)
                : ReportPage.Empty,
            Exceptions = content.ShowsReports
                ? await reader.ExceptionsAsync(
                    dossier,
                    kind => $"{place.Path}/exceptions/{ExceptionName.Of(kind)}",
                    cancellation
                )
                : [],
            Renderings = await renderings.ListAsync(
                cycle,
                content.Hash,
                place.Audience,
                $"{place.Path}/as",
                cancellation
            ),
            Whole = whole,
            SourceOf = report => DossierFiguresView.FileOf(dossier, report),
            Findings = whole is null
                ? []
                : await contents.FindingsAsync(content, whole, cancellation),
            HasTexts = content.Chapters.Count > 0,
            Comments = await content.CommentsAsync(cancellation),
            Concerns = place.Concerns,
            Decisions = published is not null && round is not null ? DecisionsOf(cycle, round) : [],
            Tally =
                published is not null && round is not null
                    ? DecisionView.TallyOf(cycle.Plan.Plan.Approval, round, DateTimeOffset.MaxValue)
                    : null,
            Back = place.Back,
            IsUnscanned = !files.IsScanned,
        };
    }

    private async Task<IResult?> RenderingAsync(
        RunningCycle cycle,
        string dossierHash,
        DossierPlace place,
        string? name,
        CancellationToken cancellation
    ) =>
        RenderingId.TryParse(name, place.Audience, out var id)
        && await renderings.FindAsync(cycle, dossierHash, id, cancellation) is { } file
            ? new RenderingDownload(
                file,
                file.FileName(cycle.Ref.Cycle.Value, dossierHash),
                place.IsPublic,
                stop => renderings.OpenAsync(cycle, dossierHash, file, stop)
            )
            : null;

    private async Task<IResult?> PieceAsync(
        OpenDossier dossier,
        string? file,
        CancellationToken cancellation
    )
    {
        var (root, hash) = (dossier.Root, Path.GetFileNameWithoutExtension(file));
        return hash is not null && root.Parts.Contains(hash)
            ? Json(await dossiers.FindDocumentAsync(root.Cycle, hash, cancellation))
            : null;
    }

    private static IResult? Json(ReadOnlyMemory<byte>? document) =>
        document is { } bytes ? Results.Bytes(bytes, "application/json") : null;

    private static FairnessPageModel Fairness(
        Dossier dossier,
        DossierPlace place,
        IReadOnlyList<FairnessLine> lines
    ) =>
        new()
        {
            Context = place.Reader,
            Lines = lines,
            Count = dossier.Totals.CloseCalls,
            Outages = dossier.Outages,
            HealthGaps = dossier.HealthGaps,
            CsvPath = $"{place.Path}/fairness.csv",
            BackPath = $"{place.Path}/dossier",
            BackKey = "mail.button.dossier",
        };

    private async Task<IReadOnlyList<FairnessLine>> CloseCallsAsync(
        Dossier dossier,
        CancellationToken cancellation
    ) =>
        await dossiers
            .PiecesAsync(
                dossier.Cycle,
                dossier.Pieces.Where(piece => piece.Totals.CloseCalls > 0),
                cancellation
            )
            .SelectMany(piece => piece.Reports)
            .SelectMany(report => report.CloseCalls)
            .ToListAsync(cancellation);

    private async Task<IResult?> ExceptionAsync(
        OpenDossier dossier,
        DossierPlace place,
        string? name,
        CancellationToken cancellation
    ) =>
        ExceptionName.Find(name) is { } kind
        && await reader.ExceptionAsync(dossier, kind, place.Page, cancellation) is { } group
            ? new PageResult(
                await renderer.RenderAsync<DossierExceptionPage>(
                    new DossierExceptionPageModel
                    {
                        Context = place.Reader,
                        Group = group,
                        Page = place.Page,
                        BackPath = $"{place.Path}/dossier",
                    }
                ),
                IsPublic: place.IsPublic
            )
            : null;

    private async Task<IResult?> FileAsync(
        OpenDossier dossier,
        string? file,
        CancellationToken cancellation
    )
    {
        var id = PartId.Parse(file!);
        var line = await reader.LinesAsync(dossier, [id.Assignment], cancellation);
        return
            line.SelectMany(one => one.Parts).FirstOrDefault(part => part.Code == id.Part)
                is { Counting: { } source }
            && await files.FindAsync(id.Assignment, source.BlobName, cancellation) is { } submission
            ? await files.SendAsync(submission, cancellation)
            : null;
    }

    // Closed unless it is known to be open. Pieces quote what was asked and answered.
    private static bool IsShown(
        PublicationPlan publication,
        Readers audience,
        string part,
        string? file
    ) =>
        part switch
        {
            // A rendering holds what its readers may read, and nothing else.
            "dossier" or "as" => true,
            "manifest.json" or "fairness" or "fairness.csv" or "exceptions" =>
                publication.ShowsReports(audience),
            "figures" => publication.ShowsFigures(audience),
            // What the reader does not read is not in it.
            "texts" => true,
            "files" => PartId.TryParse(file, null, out var id)
                && publication.ShowsPart(audience, id.Assignment.ReportType, id.Part),
            _ => audience == Readers.Participants,
        };

    // The edition before has been read by everybody; the dossier of a round that came to nothing, by those who took part.
    private async Task<ChangesSince?> ChangesAsync(
        RunningCycle cycle,
        DossierContent content,
        Publication? edition,
        DossierPlace place,
        CancellationToken cancellation
    )
    {
        var isPublic = place.Audience == Readers.Everybody;
        var round = isPublic ? null : cycle.State.RoundBefore(content.Dossier.Round);
        if ((edition?.DossierHash ?? round?.DossierHash) is not { } before)
        {
            return null;
        }
        var changes = await comparison.BetweenAsync(
            cycle.Plan,
            before,
            content.Hash,
            1,
            cancellation
        );
        return new ChangesSince(
            edition is null
                ? content.T("decision.changes.page", N(round!.Number))
                : content.T("dossier.changed", N(edition.Edition)),
            isPublic
                ? ChangeText.Public(place.Reader, changes)
                : ChangeText.Lines(place.Reader, changes)
        );

        string N(int number) => Numbers.Show(content.Language, number);
    }

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
                        ? cycle
                            .Stream.First(entry =>
                                entry.Event is CycleEvent.Decided decided && decided.Is(own)
                            )
                            .RecordedAt
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
