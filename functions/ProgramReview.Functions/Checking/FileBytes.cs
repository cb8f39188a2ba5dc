namespace ProgramReview.Functions.Checking;

/// <summary>Jumps about in a file that lies here, in memory or on disk.</summary>
internal sealed class FileBytes(Stream content)
{
    private const int Window = 64 * 1024;

    /// <summary>Its size.</summary>
    public long Length { get; } = content.Length;

    /// <summary>Up to so many bytes from there; none outside of the file.</summary>
    public byte[] Read(long from, int count)
    {
        if (from < 0 || from >= Length)
        {
            return [];
        }
        content.Position = from;
        var bytes = new byte[Math.Min(count, Length - from)];
        content.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The file itself, at a place in it.</summary>
    public Stream From(long place)
    {
        content.Position = place;
        return content;
    }

    /// <summary>Where the blanks that begin at a place end: white space of any kind, zeros, a byte order mark.</summary>
    public long SkipBlanks(long from)
    {
        for (byte[] bytes; (bytes = Read(from, Window)).Length > 0; from += bytes.Length)
        {
            var at = bytes.AsSpan().IndexOfAnyExcept(Blanks);
            if (at >= 0)
            {
                return from + at;
            }
        }
        return Length;
    }

    /// <summary>The first place of a word from there on, or -1.</summary>
    public long IndexOf(ReadOnlySpan<byte> word, long from)
    {
        for (; from >= 0 && from < Length; from += Window)
        {
            var at = Read(from, Window + word.Length - 1).AsSpan().IndexOf(word);
            if (at >= 0)
            {
                return from + at;
            }
        }
        return -1;
    }

    /// <summary>The last place of a word that begins before a place, or -1.</summary>
    public long LastIndexOf(ReadOnlySpan<byte> word, long before)
    {
        for (var end = Math.Min(before, Length); end > 0; end -= Window)
        {
            var from = Math.Max(0, end - Window);
            var at = Read(from, (int)(end - from) + word.Length - 1).AsSpan().LastIndexOf(word);
            if (at >= 0)
            {
                return from + at;
            }
        }
        return -1;
    }

    private static ReadOnlySpan<byte> Blanks => [0, 9, 10, 11, 12, 13, 32, 0xEF, 0xBB, 0xBF];
}
