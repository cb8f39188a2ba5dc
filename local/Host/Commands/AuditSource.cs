using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Hosting;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Storage;
using ProgramReview.Local.Host.Azurite;

namespace ProgramReview.Local.Host.Commands;

/// <summary>A record that is open for reading: storage started for it alone, or a file.</summary>
internal sealed class AuditSource : IAsyncDisposable
{
    private readonly Stack<object> open = new();
    private Func<CancellationToken, IAsyncEnumerable<AuditLine>> lines = null!;

    private AuditSource(string name) => Name = name;

    /// <summary>What it is called in messages.</summary>
    public string Name { get; private set; }

    /// <summary>An export.</summary>
    /// <exception cref="StartException">It cannot be read.</exception>
    public static AuditSource OfFile(FileInfo file)
    {
        try
        {
            var source = new AuditSource(file.Name);
            var reader = file.OpenText();
            source.open.Push(reader);
            source.lines = cancellation => AuditFile.ReadAsync(reader, cancellation);
            return source;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"{file} cannot be read: {refused.Message}");
        }
    }

    /// <summary>The storage of a local host.</summary>
    /// <exception cref="StartException">There is none, it is in use, or it does not hold the one cycle.</exception>
    public static async Task<AuditSource> OfStorageAsync(
        IProduct product,
        string folder,
        CycleId? cycle,
        CancellationToken cancellation
    )
    {
        if (!Directory.Exists(Path.Combine(folder, "azurite")))
        {
            throw new StartException(
                $"{folder} holds no record: name the folder of a local host with --data, or an export."
            );
        }
        var source = new AuditSource(folder);
        try
        {
            var data = DataFolder.Open(folder, fresh: false);
            source.open.Push(data);
            var azurite = await AzuriteProcess.StartAsync(
                Repository.Root,
                data,
                AzuritePorts.After(0),
                cancellation
            );
            source.open.Push(azurite);
            var services = Compose(product, azurite.Ports.ConnectionString, data);
            source.open.Push(services);
            await services.GetRequiredService<IStorageSetup>().EnsureAsync(cancellation);
            var id = await ChooseAsync(services, folder, cycle, cancellation);
            var export = services.GetRequiredService<AuditExport>();
            source.Name = id.Value;
            source.lines = token => export.LinesAsync(id, token);
            return source;
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    /// <summary>Its lines; what cannot be read as lines ends the command with a message.</summary>
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
            var entries = 0L;
            await using (var writer = new StreamWriter(unfinished) { NewLine = "\n" })
            {
                await foreach (var line in source.Lines(cancellation))
                {
                    await writer.WriteLineAsync(AuditFile.Write(line).AsMemory(), cancellation);
                    entries = (line as AuditLine.End)?.Entries ?? entries;
                }
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
    public async ValueTask DisposeAsync()
    {
        while (open.TryPop(out var part))
        {
            if (part is IAsyncDisposable slow)
            {
                await slow.DisposeAsync();
            }
            else
            {
                ((IDisposable)part).Dispose();
            }
        }
    }

    private static ServiceProvider Compose(IProduct product, string storage, DataFolder data)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(product.Configure(new Uri("http://127.0.0.1/"), storage, data))
            .Build();
        return new ServiceCollection()
            .AddLogging()
            .AddReview(configuration)
            .AddAzureStorage(configuration)
            .BuildServiceProvider();
    }

    private static async Task<CycleId> ChooseAsync(
        ServiceProvider services,
        string folder,
        CycleId? asked,
        CancellationToken cancellation
    )
    {
        var there = await services.GetRequiredService<ICycleIndex>().ListCyclesAsync(cancellation);
        var names = string.Join(", ", there);
        return (asked, there) switch
        {
            (null, [var only]) => only,
            (null, []) => throw new StartException($"{folder} holds no cycle."),
            (null, _) => throw new StartException(
                $"{folder} holds several cycles: name one of {names} with --cycle."
            ),
            ({ } cycle, _) when there.Contains(cycle) => cycle,
            ({ } cycle, _) => throw new StartException(
                $"{folder} holds no cycle '{cycle}'; there {(there.Count == 1 ? "is" : "are")} {(there.Count == 0 ? "none" : names)}."
            ),
        };
    }
}
