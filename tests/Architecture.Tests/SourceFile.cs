using System.Text.RegularExpressions;

namespace ProgramReview.Architecture.Tests;

/// <summary>One source file of the repository.</summary>
/// <param name="Path">From the top of the repository, with forward slashes.</param>
/// <param name="Text">Its content.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>The room a file of the product lies in, for example <c>Uploading</c>; empty outside of all rooms.</summary>
    public string Room => Path.Split('/') is ["functions", _, var room, _, ..] ? room : "";

    /// <summary>The rooms its text names, its own aside: by a using directive or by a qualified name.</summary>
    public IEnumerable<string> NamedRooms =>
        RoomName()
            .Matches(Text)
            .Select(match => match.Groups[1].Value)
            .Where(room => room != Room)
            .Distinct();

    /// <summary>The sources under a folder, whatever was built there left out.</summary>
    public static IReadOnlyList<SourceFile> Under(
        string folder,
        params IReadOnlyList<string> extensions
    ) =>
        [
            .. Directory
                .EnumerateFiles(SourceTree.PathOf(folder), "*", SearchOption.AllDirectories)
                .Where(file => extensions.Contains(System.IO.Path.GetExtension(file)))
                .Select(file =>
                    (
                        file,
                        path: System
                            .IO.Path.GetRelativePath(SourceTree.Root, file)
                            .Replace('\\', '/')
                    )
                )
                .Where(pair => !pair.path.Contains("/obj/") && !pair.path.Contains("/bin/"))
                .OrderBy(pair => pair.path, StringComparer.Ordinal)
                .Select(pair => new SourceFile(pair.path, File.ReadAllText(pair.file))),
        ];

    [GeneratedRegex(@"\bProgramReview\.(?:Core|Functions)\.([A-Z]\w*)")]
    private static partial Regex RoomName();
}
