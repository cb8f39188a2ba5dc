using System.Text.Json;
using ProgramReview.Core.Checking;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Narrative;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Narrative;

/// <summary>
/// What reports say by sections, a document for each stored file, named by its hash: made when the file is checked, so that reading reports
/// beside each other neither opens files nor looks for sections.
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
                NameOf(new PartId(subject.Assignment, subject.Part.Code), sha256),
                "application/json",
                JsonSerializer.SerializeToUtf8Bytes(text),
                cancellation
            );
        }
    }

    /// <summary>What a file says; null where nothing was read of it.</summary>
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
        if (await documents.FindAsync(NameOf(part, sha256), cancellation) is { } kept)
        {
            return JsonSerializer.Deserialize<ReportText>(kept.Content.Span);
        }
        // Sections are looked for in another way since, or a crash came before they were kept. Asking changes nothing.
        return
            await contents.FindAsync(part.Assignment, sha256, cancellation) is { } facts
            && plan.ReportType(part.Assignment.ReportType).FindPart(part.Part) is { } asked
            ? ReportText.Of(new CheckSubject(plan, part.Assignment, asked, facts))
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

    private static string NameOf(PartId part, string sha256) =>
        FormattableString.Invariant(
            $"texts/{part.Assignment.Cycle}/{part.Assignment.Body}/{part.Assignment.ReportType}/{part.Part}/{sha256}/{IContentReader.Version}-{ReportText.Version}.json"
        );
}
