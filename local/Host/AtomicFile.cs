namespace ProgramReview.Local.Host;

/// <summary>Writes small files so that a reader sees the old or the new content, never a part.</summary>
internal static class AtomicFile
{
    /// <summary>Replaces a file; a private one is readable by its owner alone.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content, bool isPrivate = false)
    {
        var draft = path + ".new";
        File.Delete(draft);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
        };
        if (isPrivate && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(draft, options))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }
}
