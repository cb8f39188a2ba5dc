using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Status;
using ProgramReview.Local.Host.Keeping;

namespace ProgramReview.Local.Host.Commands;

/// <summary>A record that is open for reading: storage, or a file.</summary>
internal sealed class AuditSource : IAsyncDisposable
{
    private readonly Func<CancellationToken, IAsyncEnumerable<AuditLine>> lines;
    private readonly IAsyncDisposable open;

    private AuditSource(
        string name,
        IAsyncDisposable open,
        Func<CancellationToken, IAsyncEnumerable<AuditLine>> lines
    ) => (Name, this.open, this.lines) = (name, open, lines);

    /// <summary>What it is called in messages.</summary>
    public string Name { get; }

    /// <summary>An export.</summary>
    /// <exception cref="StartException">It cannot be read.</exception>
    public static AuditSource OfFile(FileInfo file)
    {
        try
        {
            var stream = file.OpenRead();
            return new AuditSource(file.Name, stream, cancellation => Read(stream, cancellation));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"{file} cannot be read: {refused.Message}");
        }
    }

    /// <summary>Storage, which is closed with the source.</summary>
    /// <exception cref="StartException">It does not hold the one cycle.</exception>
    public static async Task<AuditSource> OfStorageAsync(
        OpenedStorage storage,
        CycleId? cycle,
        AuditScope scope,
        CancellationToken cancellation
    )
    {
        try
        {
            var id = await ChooseAsync(storage, cycle, cancellation);
            var export = storage.Services.GetRequiredService<AuditExport>();
            return new AuditSource(id.Value, storage, token => export.LinesAsync(id, scope, token));
        }
        catch
        {
            await storage.DisposeAsync();
            throw;
        }
    }

    /// <summary>Its lines from the first one on; what cannot be read as lines ends the command with a message.</summary>
    public async IAsyncEnumerable<AuditLine> Lines(
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await using var each = lines(cancellation).GetAsyncEnumerator(cancellation);
        while (true)
        {
            try
            {
                if (!await each.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (InvalidDataException damaged)
            {
                throw new StartException($"{Name}: {damaged.Message}");
            }
            yield return each.Current;
        }
    }

    /// <summary>Copies it into a file, which appears only when it is whole.</summary>
    /// <returns>How many entries were written.</returns>
    public static async Task<long> WriteAsync(
        AuditSource source,
        FileInfo target,
        CancellationToken cancellation
    )
    {
        var unfinished = target.FullName + ".part";
        try
        {
            long entries;
            await using (var writer = new StreamWriter(unfinished))
            {
                entries = await AuditFile.WriteAsync(
                    source.Lines(cancellation),
                    writer,
                    cancellation
                );
            }
            File.Move(unfinished, target.FullName, overwrite: true);
            return entries;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"{target} cannot be written: {refused.Message}");
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => open.DisposeAsync();

    private static async IAsyncEnumerable<AuditLine> Read(
        FileStream file,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        file.Position = 0;
        using var reader = new StreamReader(file, leaveOpen: true);
        await foreach (var line in AuditFile.ReadAsync(reader, cancellation))
        {
            yield return line;
        }
    }

    private static async Task<CycleId> ChooseAsync(
        OpenedStorage storage,
        CycleId? asked,
        CancellationToken cancellation
    )
    {
        var there = await storage
            .Services.GetRequiredService<ICycleIndex>()
            .ListCyclesAsync(cancellation);
        var names = string.Join(", ", there);
        return (asked, there) switch
        {
            (null, [var only]) => only,
            (null, []) => throw new StartException($"{storage.Name} holds no cycle."),
            (null, _) => throw new StartException(
                $"{storage.Name} holds several cycles: name one of {names} with --cycle."
            ),
            ({ } cycle, _) when there.Contains(cycle) => cycle,
            ({ } cycle, _) => throw new StartException(
                $"{storage.Name} holds no cycle '{cycle}'; there {(there.Count == 1 ? "is" : "are")} {(there.Count == 0 ? "none" : names)}."
            ),
        };
    }
}
