using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ProgramReview.Local.Rehearsal.People.Forms;

/// <summary>
/// A filled form of which what is a body's own is written in anew for each: thousands of bodies fill in the same form, and drawing and packing all of
/// it again would take as long as all else that a rehearsal does.
/// </summary>
internal sealed partial class FormPattern
{
    // The first instant that a ZIP directory can name: the same content gives the same bytes.
    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly byte[] common;
    private readonly List<(string Name, string[] Pieces)> own = [];

    /// <param name="filled">The file, with marks where something is a body's own.</param>
    /// <param name="named">What else is, by the place that it becomes.</param>
    public FormPattern(byte[] filled, IReadOnlyDictionary<string, string> named)
    {
        using var kept = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(filled), ZipArchiveMode.Read))
        using (var to = new ZipArchive(kept, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in from.Entries)
            {
                using var stream = part.Open();
                var text = new StreamReader(stream, Encoding.UTF8).ReadToEnd();
                foreach (var (value, place) in named)
                {
                    text = text.Replace(value, Place.Mark(place), StringComparison.Ordinal);
                }
                var pieces = Places().Split(text);
                if (pieces.Length > 1)
                {
                    own.Add((part.FullName, pieces));
                }
                else
                {
                    Write(to, part.FullName, [text], CompressionLevel.Optimal);
                }
            }
        }
        common = kept.ToArray();
    }

    /// <summary>The file of one body.</summary>
    /// <param name="written">What it writes to a place.</param>
    public byte[] For(IReadOnlyDictionary<string, string> written)
    {
        using var bytes = new MemoryStream();
        bytes.Write(common);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, pieces) in own)
            {
                Write(
                    zip,
                    name,
                    // Every second piece is a place, or looks like one in a text of the plan.
                    pieces.Select(
                        (piece, i) =>
                            i % 2 == 0 ? piece
                            : written.TryGetValue(piece, out var text) ? Xml(text)
                            : Place.Mark(piece)
                    ),
                    CompressionLevel.Optimal
                );
            }
        }
        return bytes.ToArray();
    }

    private static void Write(
        ZipArchive zip,
        string name,
        IEnumerable<string> pieces,
        CompressionLevel level
    )
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = Never;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(string.Concat(pieces)));
    }

    [GeneratedRegex($"{Place.Opens}([^{Place.Opens}{Place.Closes}]+){Place.Closes}")]
    private static partial Regex Places();

    private static string Xml(string text) => new XText(text).ToString();
}
