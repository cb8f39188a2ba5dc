using System.Text.Json;
using ProgramReview.Core.Checking;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Narrative;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Narrative;

/// <summary>
/// What reports say by sections, a document for each stored file, named by its hash and by the versions that it was read with: made when the file is
/// checked, so that reading reports beside each other neither opens files nor looks for sections, and kept when a newer version reads otherwise.
/// </summary>
public sealed class ReportTexts(IDocumentStore documents, ContentFactsStore contents)
{
    /// <summary>Keeps what a file says, unless it is kept or has no text.</summary>
    /// <param name="subject">The file, read.</param>
    /// <param name="sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task KeepAsync(CheckSubject subject, string sha256, CancellationToken cancellation)
    {
        if (ReportText.IsIn(subject.Part) && ReportText.Of(subject) is { } text)
        {
            await documents.TryCreateAsync(
                NameOf(new PartId(subject.Assignment, subject.Part.Code), sha256, Present),
                "application/json",
                JsonSerializer.SerializeToUtf8Bytes(text),
                cancellation
            );
        }
    }

    /// <summary>What a file says as it is read now; null where nothing was read of it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="part">The part that it came for.</param>
    /// <param name="sha256">SHA-256 of its bytes.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<ReportText?> FindAsync(
        PlanLookup plan,
        PartId part,
        string sha256,
        CancellationToken cancellation
    )
    {
        if (await KeptAsync(part, sha256, Present, cancellation) is { } kept)
        {
            return kept;
        }
        // Files are read or sections are looked for in another way since, or the texts were lost. Asking changes nothing.
        return await contents.FindNewestAsync(part.Assignment, sha256, cancellation) is { } facts
            ? Of(plan, part, facts)
            : null;
    }

    /// <summary>
    /// What a file said to a dossier, whatever newer versions make of it: the newest that was kept up to the dossier's own versions; null where nothing
    /// was read of it.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="part">The part that it came for.</param>
    /// <param name="sha256">SHA-256 of its bytes.</param>
    /// <param name="versions">By which versions the dossier follows from its files.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<ReportText?> QuotedAsync(
        PlanLookup plan,
        PartId part,
        string sha256,
        DossierVersions versions,
        CancellationToken cancellation
    )
    {
        for (var reader = versions.Reader; reader > 0; reader--)
        {
            for (var texts = versions.Texts; texts > 0; texts--)
            {
                var before = new DossierVersions(reader, texts);
                if (await KeptAsync(part, sha256, before, cancellation) is { } kept)
                {
                    return kept;
                }
            }
        }
        // Lost, as after the cycle was written back from its export: made again only in the way in which it was made then.
        return
            versions.Texts == ReportText.Version
            && await contents.FindNewestAsync(
                part.Assignment,
                sha256,
                cancellation,
                versions.Reader
            )
                is { } facts
            ? Of(plan, part, facts)
            : null;
    }

    /// <summary>The text that counts for a report, with the file that says it; null where none counts.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="row">The report as the index has it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<CountingText?> CountingAsync(
        PlanLookup plan,
        AssignmentRow row,
        CancellationToken cancellation
    )
    {
        if (TextSelection.Counting(plan, row) is not { Counting: { } file } counting)
        {
            return null;
        }
        var part = new PartId(row.Assignment, counting.Code);
        return new CountingText(part, file, await FindAsync(plan, part, file.Sha256, cancellation));
    }

    private static DossierVersions Present => new(IContentReader.Version, ReportText.Version);

    private async Task<ReportText?> KeptAsync(
        PartId part,
        string sha256,
        DossierVersions versions,
        CancellationToken cancellation
    ) =>
        await documents.FindAsync(NameOf(part, sha256, versions), cancellation) is { } kept
            ? JsonSerializer.Deserialize<ReportText>(kept.Content.Span)
            : null;

    private static ReportText? Of(PlanLookup plan, PartId part, ContentFacts facts) =>
        plan.ReportType(part.Assignment.ReportType).FindPart(part.Part) is { } asked
            ? ReportText.Of(new CheckSubject(plan, part.Assignment, asked, facts))
            : null;

    private static string NameOf(PartId part, string sha256, DossierVersions versions) =>
        FormattableString.Invariant(
            $"texts/{part.Assignment.Cycle}/{part.Assignment.Body}/{part.Assignment.ReportType}/{part.Part}/{sha256}/{versions.Reader}-{versions.Texts}.json"
        );
}
