using System.CommandLine;
using ProgramReview.Functions.Receipts;

namespace ProgramReview.Local.Host.Commands;

/// <summary><c>review receipt-keys</c>: makes the file of keys that sign receipts, or puts a new key into it.</summary>
internal static class ReceiptKeysCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The file; a local host keeps it as receipt-keys.json in its data folder",
        };
        var command = new Command(
            "receipt-keys",
            "Make the file of keys that sign receipts, or add a key that signs after the next start; old keys stay"
        )
        {
            file,
        };
        command.SetAction(parsed =>
        {
            Console.WriteLine(
                $"New receipts will be signed with {Rotate(parsed.GetValue(file)!)}."
            );
            return 0;
        });
        return command;
    }

    /// <summary>Adds a key, readable by the owner alone.</summary>
    /// <returns>Its id.</returns>
    public static string Rotate(string path)
    {
        try
        {
            var file = File.Exists(path)
                ? ReceiptKeyFile.Read(path).Rotate()
                : ReceiptKeyFile.Create();
            AtomicFile.Write(path, file.ToBytes(), isPrivate: true);
            return file.Current;
        }
        catch (Exception trouble)
            when (trouble is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new StartException(trouble.Message);
        }
    }
}
