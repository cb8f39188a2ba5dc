namespace ProgramReview.Crash.Child;

/// <summary>A file as the disk holds it, and what has been written since it was last synced.</summary>
internal sealed class DiskFile
{
    private const int Sector = 512;

    private readonly string _path;
    private readonly MemoryStream _synced = new();
    private readonly List<(long Offset, byte[]? Bytes)> _since = [];

    public DiskFile(string path)
    {
        _path = path;
        if (File.Exists(path))
        {
            _synced.Write(File.ReadAllBytes(path));
        }
    }

    /// <summary>Whether this is the log that commits go to, not the file that it is moved to later.</summary>
    public bool IsLog => _path.EndsWith("-wal", StringComparison.Ordinal);

    public void Write(long offset, byte[] bytes) => _since.Add((offset, bytes));

    public void Truncate(long length) => _since.Add((length, null));

    public void Sync()
    {
        foreach (var (offset, bytes) in _since)
        {
            Apply(offset, bytes);
        }

        _since.Clear();
    }

    /// <summary>Of what was not synced each sector may have reached the disk or not, whatever the order of the writes.</summary>
    public void LoseUnsynced(Random chance)
    {
        foreach (var (offset, bytes) in _since)
        {
            for (var at = 0; at < (bytes?.Length ?? 1); at += Sector)
            {
                if (chance.Next(2) == 0)
                {
                    Apply(offset + at, bytes?[at..Math.Min(at + Sector, bytes.Length)]);
                }
            }
        }

        File.WriteAllBytes(_path, _synced.ToArray());
    }

    private void Apply(long offset, byte[]? bytes)
    {
        if (bytes is null)
        {
            _synced.SetLength(Math.Min(offset, _synced.Length));
            return;
        }

        _synced.Position = offset;
        _synced.Write(bytes);
    }
}
