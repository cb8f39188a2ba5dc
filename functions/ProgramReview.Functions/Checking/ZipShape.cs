using System.IO.Compression;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Checking;

/// <summary>Recognises Office Open XML by the parts its directory lists (ECMA-376 part 2); nothing is unpacked.</summary>
internal static class ZipShape
{
    private const int MaxParts = 10_000;

    /// <summary>Reads the directory at the end of the archive.</summary>
    public static FileShape Recognise(Stream content)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MaxParts)
            {
                return FileShape.Unknown;
            }
            var parts = archive.Entries.Select(part => part.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return !parts.Contains("[Content_Types].xml") ? FileShape.Unknown
                : parts.Contains("word/document.xml") ? new FileShape(FileFormat.Docx)
                : parts.Contains("xl/workbook.xml") ? new FileShape(FileFormat.Xlsx)
                : FileShape.Unknown;
        }
        catch (InvalidDataException)
        {
            // It begins like an archive whose directory is missing or broken, as after an upload that was cut off.
            return new FileShape(null, IsDamaged: true);
        }
    }
}
