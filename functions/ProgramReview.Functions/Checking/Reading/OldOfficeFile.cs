using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading;

/// <summary>Opens what the readers of files of Office 97-2003 need.</summary>
internal sealed class OldOfficeFile
{
    private const int MostProperties = 1024 * 1024;
    private readonly CompoundFile file;
    private readonly IReadOnlyDictionary<string, Func<int, byte[]>> streams;

    /// <summary>Opens it, or it is damaged.</summary>
    public OldOfficeFile(FileBytes bytes)
    {
        file = CompoundFile.Open(bytes) ?? throw new InvalidDataException("It has no tables.");
        streams = file.Streams();
        if (streams.ContainsKey("EncryptedPackage"))
        {
            throw new ReadingStoppedException(ReadingFault.Locked);
        }
    }

    /// <summary>The whole of the first of these streams that is there.</summary>
    public byte[] Stream(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (streams.TryGetValue(name, out var stream))
            {
                return stream(int.MaxValue);
            }
        }
        throw new InvalidDataException("What it is about is not there.");
    }

    /// <summary>Which of our forms it was made from, or null.</summary>
    public FormMark? Form() =>
        streams.TryGetValue(OldOfficeForm.Stream, out var stream)
            ? OldOfficeForm.Of(stream(MostProperties))
            : null;

    /// <summary>What acts by itself or brings another file along, by the names of storages.</summary>
    public IEnumerable<ActiveContent> Active() =>
        file.Storages()
            .Select(name => (name, Kind: KindOf(name)))
            .Where(storage => storage.Kind is not null)
            .Select(storage => Reading.Active.Of(storage.Kind!.Value, storage.name));

    private static ActiveContentKind? KindOf(string storage) =>
        storage.ToUpperInvariant() switch
        {
            "MACROS" or "_VBA_PROJECT_CUR" or "VBA" => ActiveContentKind.Macro,
            "OBJECTPOOL" => ActiveContentKind.EmbeddedObject,
            var name when name.StartsWith("MBD", StringComparison.Ordinal) =>
                ActiveContentKind.EmbeddedObject,
            var name when name.StartsWith("LNK", StringComparison.Ordinal) =>
                ActiveContentKind.RemoteContent,
            _ => null,
        };
}
