using System.CommandLine;
using ProgramReview.Local.Host.Keeping;

namespace ProgramReview.Local.Host.Commands;

/// <summary>Which storage a command works on: the folder of a local host, or an account in Azure.</summary>
internal sealed class StorageChoice(IProduct product)
{
    private readonly Option<string?> data = new("--data")
    {
        Description = "The folder of a local host, which must be stopped (.data unless given)",
    };

    private readonly Option<string?> account = new("--account")
    {
        Description =
            "A storage account in Azure instead, by its name; opened as whoever is signed in (az login)",
    };

    /// <summary>Adds the options.</summary>
    public void AddTo(Command command)
    {
        command.Add(data);
        command.Add(account);
    }

    /// <summary>Opens what was chosen.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="mayBeNew">Whether a folder that holds nothing yet will do.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StartException">It is not there, or in use.</exception>
    public async Task<OpenedStorage> OpenAsync(
        ParseResult parsed,
        bool mayBeNew,
        CancellationToken cancellation
    )
    {
        if (parsed.GetValue(account) is { } name)
        {
            return parsed.GetValue(data) is null
                ? OpenedStorage.OfAccount(name)
                : throw new StartException("--data and --account exclude each other: name one.");
        }
        var folder = parsed.GetValue(data) ?? Path.Combine(Repository.Root, ".data");
        return mayBeNew || Directory.Exists(Path.Combine(folder, "azurite"))
            ? await OpenedStorage.OfFolderAsync(product, folder, cancellation)
            : throw new StartException(
                $"{folder} holds no record: name the folder of a local host with --data, an account with --account, or an export."
            );
    }
}
