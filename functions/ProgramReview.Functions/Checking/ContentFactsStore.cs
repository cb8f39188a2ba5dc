using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Entropy;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Checking;

/// <summary>
/// Reads the content of stored files, the same bytes for the same assignment once, and keeps what was read. Facts do not depend on rules: which of
/// those judged them stands with the findings.
/// </summary>
public sealed class ContentFactsStore(
    IDocumentStore documents,
    IContentReader reader,
    IEntropy entropy,
    WallClock wall
) : IDisposable
{
    private const int MostInMemory = 1024 * 1024;

    private readonly SemaphoreSlim desks = new(2);

    /// <summary>What was read of a file, or null if nothing is kept.</summary>
    /// <param name="assignment">Whose report it is.</param>
    /// <param name="sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<ContentFacts?> FindAsync(
        AssignmentId assignment,
        string sha256,
        CancellationToken cancellation
    ) => FindAsync(assignment, sha256, IContentReader.Version, cancellation);

    private async Task<ContentFacts?> FindAsync(
        AssignmentId assignment,
        string sha256,
        int version,
        CancellationToken cancellation
    ) =>
        await documents.FindAsync(NameOf(assignment, sha256, version), cancellation) is { } kept
            ? JsonSerializer.Deserialize<ContentFacts>(kept.Content.Span)
            : null;

    /// <summary>What the newest reader that read a file has brought, also if there is a newer one by now; or null if nothing is kept.</summary>
    /// <param name="assignment">Whose report it is.</param>
    /// <param name="sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<ContentFacts?> FindNewestAsync(
        AssignmentId assignment,
        string sha256,
        CancellationToken cancellation
    )
    {
        for (var version = IContentReader.Version; version > 0; version--)
        {
            if (await FindAsync(assignment, sha256, version, cancellation) is { } facts)
            {
                return facts;
            }
        }
        return null;
    }

    /// <summary>Reads a file, unless it was read.</summary>
    /// <param name="assignment">Whose report it is.</param>
    /// <param name="sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
    /// <param name="format">What it was recognised as.</param>
    /// <param name="open">Opens the stored bytes.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<ReadOutcome> ReadAsync(
        AssignmentId assignment,
        string sha256,
        FileFormat format,
        Func<CancellationToken, Task<Stream>> open,
        CancellationToken cancellation
    )
    {
        if (await FindAsync(assignment, sha256, cancellation) is { } known)
        {
            return new ReadOutcome.Done(known);
        }
        // Fetched whole before the attempt begins: a line that breaks is no fault of the file.
        await using var bytes = await open(cancellation);
        await using var copy = new FileBufferingReadStream(bytes, MostInMemory);
        await copy.DrainAsync(cancellation);
        copy.Position = 0;

        // A crowd of files must not make an honest one slow, nor end the process beside a hostile one.
        await desks.WaitAsync(cancellation);
        try
        {
            ReadOutcome? outcome = null;
            while (outcome is null)
            {
                outcome = await AttemptAsync(assignment, sha256, format, copy, cancellation);
            }
            return outcome;
        }
        finally
        {
            desks.Release();
        }
    }

    // Null: it came to nothing, and may be tried again.
    private async Task<ReadOutcome?> AttemptAsync(
        AssignmentId assignment,
        string sha256,
        FileFormat format,
        Stream copy,
        CancellationToken cancellation
    )
    {
        var attempts = new ReadingAttempts(documents, entropy, wall, Folder(assignment, sha256));
        var (hasBegun, endedBefore, isAtWork) = await attempts.BeginAsync(cancellation);
        if (!hasBegun)
        {
            return isAtWork ? new ReadOutcome.AtWork() : new ReadOutcome.GivenUp();
        }
        ContentFacts facts;
        try
        {
            copy.Position = 0;
            facts = await reader.ReadAsync(copy, format, cancellation);
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            await attempts.SurviveAsync();
            throw;
        }
        catch (Exception) when (endedBefore + 1 >= ReadingAttempts.Most)
        {
            return new ReadOutcome.GivenUp();
        }
        catch (Exception)
        {
            await attempts.EndAsync();
            throw;
        }
        if (facts.Fault == ReadingFault.TooCostly)
        {
            // May be the machine's fault as well as the file's: an attempt that ended, and nothing to keep.
            await attempts.EndAsync();
            return null;
        }
        try
        {
            await documents.TryCreateAsync(
                NameOf(assignment, sha256, IContentReader.Version),
                "application/json",
                JsonSerializer.SerializeToUtf8Bytes(facts),
                cancellation
            );
        }
        catch (Exception)
        {
            await attempts.SurviveAsync();
            throw;
        }
        return new ReadOutcome.Done(facts);
    }

    /// <inheritdoc/>
    public void Dispose() => desks.Dispose();

    private static string NameOf(AssignmentId assignment, string sha256, int version) =>
        FormattableString.Invariant($"{Folder(assignment, sha256)}/reader-{version}.json");

    private static string Folder(AssignmentId assignment, string sha256) =>
        $"facts/{assignment.Cycle}/{assignment.Body}/{assignment.ReportType}/{sha256}";
}
