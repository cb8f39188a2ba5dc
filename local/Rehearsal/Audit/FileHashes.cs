using System.Security.Cryptography;
using ProgramReview.Functions.Status;

namespace ProgramReview.Local.Rehearsal.Audit;

/// <summary>Hashes the files of an export as their lines come, without keeping a byte.</summary>
internal sealed class FileHashes
{
    private readonly Dictionary<string, string> hashes = new(StringComparer.Ordinal);
    private IncrementalHash? hash;
    private string? name;
    private long length;

    /// <summary>Takes the next line.</summary>
    /// <exception cref="InvalidDataException">Its bytes do not go on where those of the line above ended.</exception>
    public void Add(AuditLine.File line)
    {
        if (line.Name != name || hash is null)
        {
            End();
            (name, length, hash) = (
                line.Name,
                0,
                IncrementalHash.CreateHash(HashAlgorithmName.SHA256)
            );
        }
        if (line.Offset != length || hashes.ContainsKey(line.Name))
        {
            throw new InvalidDataException(
                $"The bytes of {line.Name} from {line.Offset} on do not stand where they belong."
            );
        }
        hash.AppendData(line.Content);
        length += line.Content.Length;
    }

    /// <summary>The hash of every file that was read, by its name, lower-case hexadecimal.</summary>
    public IReadOnlyDictionary<string, string> Finish()
    {
        End();
        return hashes;
    }

    private void End()
    {
        if (hash is not null)
        {
            hashes.Add(name!, Convert.ToHexStringLower(hash.GetHashAndReset()));
            hash.Dispose();
            hash = null;
        }
    }
}
