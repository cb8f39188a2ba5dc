using System.CommandLine;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Status;

namespace ProgramReview.Local.Host.Commands;

/// <summary>Where the record is read from: the storage of a local host, an account, or an export; and how much of it.</summary>
internal sealed class AuditSourceOptions(IProduct product, bool takesExport = true)
{
    private readonly Argument<FileInfo?> export = new("EXPORT")
    {
        Description = "A file that 'audit export' or the status page wrote; else storage is read",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly StorageChoice storage = new(product);

    private readonly Option<string?> cycle = new("--cycle")
    {
        Description = "Which cycle, if there are several",
    };

    private readonly Option<bool> withoutFiles = new("--without-files")
    {
        Description = "Leave out the bytes of the submissions",
    };

    private readonly Option<bool> withoutContacts = new("--without-contacts")
    {
        Description = "Leave out names and addresses of contacts who took a duty over",
    };

    /// <summary>Adds the arguments and options.</summary>
    public void AddTo(Command command)
    {
        if (takesExport)
        {
            command.Add(export);
        }
        storage.AddTo(command);
        command.Add(cycle);
        command.Add(withoutFiles);
        command.Add(withoutContacts);
    }

    /// <summary>Opens what was named.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="known">The cycle, if the command knows it already.</param>
    public async Task<AuditSource> OpenAsync(
        ParseResult parsed,
        CancellationToken cancellation,
        CycleId? known = null
    )
    {
        if (takesExport && parsed.GetValue(export) is { } file)
        {
            return AuditSource.OfFile(file);
        }
        var asked = parsed.GetValue(cycle);
        if (asked is not null && !CycleId.TryParse(asked, null, out known))
        {
            throw new StartException($"--cycle {asked}: this is not the id of a cycle.");
        }
        return await AuditSource.OfStorageAsync(
            await storage.OpenAsync(parsed, mayBeNew: false, cancellation),
            known,
            new AuditScope(
                Files: !parsed.GetValue(withoutFiles),
                Contacts: !parsed.GetValue(withoutContacts)
            ),
            cancellation
        );
    }
}
