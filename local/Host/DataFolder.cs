namespace ProgramReview.Local.Host;

/// <summary>The folder in which a local host keeps everything; one host at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream hold;

    private DataFolder(string path, FileStream hold) => (Path, this.hold) = (path, hold);

    /// <summary>The folder's full path.</summary>
    public string Path { get; }

    /// <summary>Opens the folder for this process alone, emptied first when asked.</summary>
    public static DataFolder Open(string path, bool fresh)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(full);
            var lockPath = System.IO.Path.Combine(full, "host.lock");
            var hold = new FileStream(
                lockPath,
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
            if (fresh)
            {
                Empty(full, lockPath);
            }

            return new DataFolder(full, hold);
        }
        catch (UnauthorizedAccessException)
        {
            throw new StartException(
                $"{full} cannot be written: give yourself the right to, or choose another folder with --data."
            );
        }
        catch (IOException) when (System.IO.File.Exists(System.IO.Path.Combine(full, "host.lock")))
        {
            throw new StartException(
                $"{full} is in use by another local host: stop that one, or choose another folder with --data."
            );
        }
        catch (IOException failed)
        {
            throw new StartException(
                $"{full} cannot be used ({failed.Message}): choose another folder with --data."
            );
        }
    }

    /// <summary>The path of a file inside, its folder made when missing.</summary>
    public string File(params ReadOnlySpan<string> parts)
    {
        var path = System.IO.Path.Combine([Path, .. parts]);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>The path of a folder inside, made when missing.</summary>
    public string Folder(string name) =>
        Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    /// <inheritdoc/>
    public void Dispose() => hold.Dispose();

    private static void Empty(string folder, string except)
    {
        foreach (var directory in Directory.GetDirectories(folder))
        {
            Directory.Delete(directory, recursive: true);
        }

        foreach (
            var file in Directory
                .GetFiles(folder)
                .Where(file =>
                    file != except && !file.EndsWith("azurite.pid", StringComparison.Ordinal)
                )
        )
        {
            System.IO.File.Delete(file);
        }
    }
}
