using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;
using ProgramReview.Core.Narrative;

namespace ProgramReview.Functions.Narrative;

/// <summary>
/// Compares two versions of a report section by section: paragraphs first, and the words of those that were rewritten. What it costs is bounded, however
/// long or hostile the texts are: what is too much to be compared is shown as gone and come.
/// </summary>
public static class TextDiff
{
    // Comparing takes at worst the square of this many pieces.
    private const int MostParagraphs = 1_500;
    private const int MostWords = 1_500;

    // Over all paragraphs of a file, in products of the numbers of words on both sides.
    private const long MostWork = 40_000_000;

    /// <summary>The sections that changed, in the order of the newer version, and behind them those that are gone.</summary>
    /// <param name="before">What the former version says; null where nothing was read of it, or there was none.</param>
    /// <param name="now">What the newer one says.</param>
    public static IReadOnlyList<SectionDiff> Between(ReportText? before, ReportText? now)
    {
        var (work, changed) = (MostWork, new List<SectionDiff>());
        var codes = (now?.Sections ?? [])
            .Concat(before?.Sections ?? [])
            .Select(section => section.Code)
            .Distinct();
        foreach (var code in codes)
        {
            var paragraphs = Paragraphs(LinesOf(before, code), LinesOf(now, code), ref work);
            if (paragraphs.Count > 0)
            {
                changed.Add(new SectionDiff(code, paragraphs));
            }
        }
        return changed;
    }

    private static string[] LinesOf(ReportText? text, string? code) =>
        [.. text?.Find(code)?.Paragraphs.Select(one => one.Text.ReplaceLineEndings(" ")) ?? []];

    private static List<IReadOnlyList<TextPiece>> Paragraphs(
        string[] before,
        string[] now,
        ref long work
    )
    {
        var changed = new List<IReadOnlyList<TextPiece>>();
        foreach (var block in BlocksOf(before, now))
        {
            var gone = before.AsSpan(block.DeleteStartA, block.DeleteCountA);
            var come = now.AsSpan(block.InsertStartB, block.InsertCountB);
            // Within a block the first paragraph that is gone became the first that came.
            for (var i = 0; i < Math.Max(gone.Length, come.Length); i++)
            {
                changed.Add(
                    i >= come.Length ? [new(PieceChange.Gone, gone[i])]
                    : i >= gone.Length ? [new(PieceChange.Come, come[i])]
                    : Words(gone[i], come[i], ref work)
                );
            }
        }
        return changed;
    }

    private static List<TextPiece> Words(string before, string now, ref long work)
    {
        string[] old = [.. WordChunker.Instance.Chunk(before)];
        string[] words = [.. WordChunker.Instance.Chunk(now)];
        work -= (long)old.Length * words.Length;
        if (old.Length > MostWords || words.Length > MostWords || work < 0)
        {
            return [new(PieceChange.Gone, before), new(PieceChange.Come, now)];
        }
        var pieces = new List<TextPiece>();
        void Add(PieceChange change, ReadOnlySpan<string> some)
        {
            if (some.Length > 0)
            {
                pieces.Add(new TextPiece(change, string.Concat(some)));
            }
        }
        var at = 0;
        foreach (var block in BlocksOf(old, words))
        {
            Add(PieceChange.None, words.AsSpan(at, block.InsertStartB - at));
            Add(PieceChange.Gone, old.AsSpan(block.DeleteStartA, block.DeleteCountA));
            Add(PieceChange.Come, words.AsSpan(block.InsertStartB, block.InsertCountB));
            at = block.InsertStartB + block.InsertCountB;
        }
        Add(PieceChange.None, words.AsSpan(at));
        return pieces;
    }

    private static IEnumerable<DiffBlock> BlocksOf(string[] before, string[] now) =>
        before.Length > MostParagraphs || now.Length > MostParagraphs
            ? [new DiffBlock(0, before.Length, 0, now.Length)]
            : Differ
                .Instance.CreateDiffs(
                    "before",
                    "now",
                    ignoreWhiteSpace: true,
                    ignoreCase: false,
                    new Pieces(before, now)
                )
                .DiffBlocks;

    // They are pieces already: the library asks for those of the one and of the other text.
    private sealed class Pieces(string[] before, string[] now) : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => text == "before" ? before : now;
    }
}
