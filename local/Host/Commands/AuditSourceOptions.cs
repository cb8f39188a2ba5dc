using System.CommandLine;
using ProgramReview.Core.Naming;

namespace ProgramReview.Local.Host.Commands;

/// <summary>Where the record is read from: the storage of a local host, or an export.</summary>
internal sealed class AuditSourceOptions(IProduct product, bool takesExport = true)
{
    private readonly Argument<FileInfo?> export = new("EXPORT")
    {
        Description = "A file that 'audit export' or the status page wrote; else --data is read",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> data = new("--data")
    {
        Description = "The folder of a local host, which must be stopped",
        DefaultValueFactory = _ => Path.Combine(Repository.Root, ".data"),
    };

    private readonly Option<string?> cycle = new("--cycle")
    {
        Description = "Which cycle, if there are several",
    };

    /// <summary>Adds the arguments and options.</summary>
    public void AddTo(Command command)
    {
        if (takesExport)
        {
            command.Add(export);
        }
        command.Add(data);
        command.Add(cycle);
    }

    /// <summary>Opens what was named.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="known">The cycle, if the command knows it already.</param>
    public Task<AuditSource> OpenAsync(
        ParseResult parsed,
        CancellationToken cancellation,
        CycleId? known = null
    )
    {
        if (takesExport && parsed.GetValue(export) is { } file)
        {
            return Task.FromResult(AuditSource.OfFile(file));
        }
        var asked = parsed.GetValue(cycle);
        return asked is not null && !CycleId.TryParse(asked, null, out known)
            ? throw new StartException($"--cycle {asked}: this is not the id of a cycle.")
            : AuditSource.OfStorageAsync(product, parsed.GetValue(data)!, known, cancellation);
    }
}
