using System.Xml;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Checking;

/// <summary>
/// Recognises Office Open XML by what its relationships name as the main part and by that part's content type (ECMA-376 part 2), and
/// holds every part against its check sum.
/// </summary>
internal static class OfficePackage
{
    private const string Prefix = "application/vnd.openxmlformats-officedocument.";

    /// <summary>Looks at an archive that begins at a place in the file.</summary>
    public static FileShape Recognise(FileBytes file, long start)
    {
        if (ZipDirectory.Read(file, start) is not { } listed)
        {
            return FileShape.Damaged;
        }
        if (OfficeParts.IsOversized(listed))
        {
            return new FileShape(null, IsOversized: true);
        }
        if (listed.Any(part => part.IsEncrypted))
        {
            return new FileShape(null, IsEncrypted: true);
        }
        var parts = new OfficeParts(file, listed);
        if (!parts.Has("[Content_Types].xml"))
        {
            return FileShape.Unknown;
        }
        try
        {
            return parts.Main is { } main
                ? new FileShape(
                    FormatOf(parts.TypeOf(main)),
                    IsDamaged: listed.Any(part => !ZipUnpacker.TryUnpack(file, part))
                )
                : FileShape.Unknown;
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException)
        {
            return FileShape.Damaged;
        }
    }

    private static FileFormat? FormatOf(string? type) =>
        type switch
        {
            Prefix + "wordprocessingml.document.main+xml" => FileFormat.Docx,
            Prefix + "spreadsheetml.sheet.main+xml" => FileFormat.Xlsx,
            _ => null,
        };
}
