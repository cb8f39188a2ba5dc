using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading;

/// <summary>Opens what the readers of Office files need.</summary>
internal static class OfficePart
{
    /// <summary>The parts of a file that was recognised as an Office file.</summary>
    public static OfficeParts PartsOf(FileBytes file)
    {
        var listed =
            ZipDirectory.Read(file, file.SkipBlanks(0))
            ?? throw new InvalidDataException("It has no directory.");
        return OfficeParts.IsOversized(listed)
                ? throw new ReadingStoppedException(ReadingFault.TooLarge)
            : listed.Any(part => part.IsEncrypted)
                ? throw new ReadingStoppedException(ReadingFault.Locked)
            : new OfficeParts(file, listed);
    }

    /// <summary>The main part, or it is no Office file.</summary>
    public static string MainOf(OfficeParts parts) =>
        parts.Main ?? throw new InvalidDataException("It has no main part.");

    /// <summary>Reads a part that another one names for a purpose, if there is one.</summary>
    public static void ReadRelated(
        OfficeParts parts,
        string of,
        string kind,
        ReadingBudget budget,
        Action<BoundedXml> read
    )
    {
        if (parts.Related(of, kind).FirstOrDefault(parts.Has) is { } part)
        {
            Read(parts, part, budget, read);
        }
    }

    /// <summary>Reads a part.</summary>
    public static void Read(
        OfficeParts parts,
        string part,
        ReadingBudget budget,
        Action<BoundedXml> read
    )
    {
        using var content = parts.Open(part);
        using var xml = new BoundedXml(content, budget);
        read(xml);
    }
}
