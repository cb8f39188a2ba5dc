using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Outline;

/// <summary>The sections of a report as they were found in its text.</summary>
/// <param name="Sections">One for each that the plan looks for, in the order of the outline.</param>
/// <param name="Head">How many lines stand before the first section.</param>
internal sealed record OutlineReading(IReadOnlyList<SectionReading> Sections, int Head)
{
    private const int LongestHead = 40;

    /// <summary>Finds the sections.</summary>
    /// <param name="lines">The text, in Unicode.</param>
    /// <param name="outline">The sections looked for.</param>
    public static OutlineReading Of(
        IReadOnlyList<DocumentLine> lines,
        IReadOnlyList<OutlineSection> outline
    )
    {
        IReadOnlyList<SectionMatch> wanted =
        [
            .. outline.Select(section => new SectionMatch(section)),
        ];
        var headings = Headings.Of(lines, words => wanted.Any(match => match.IsTitle(words)));
        IReadOnlyList<HeadingWords> folded =
        [
            .. headings.Select(heading => new HeadingWords(heading)),
        ];
        var given = Give(folded, wanted);
        var sections = wanted
            .Select(
                (match, i) =>
                    given[i] is { } found
                        ? Found(
                            lines,
                            headings,
                            [.. given.OfType<Pair>().Select(pair => pair.Heading)],
                            found,
                            match.Section
                        )
                        : Missing(folded, match)
            )
            .ToList();
        var first = sections
            .Where(section => section.Heading is not null)
            .Select(section => section.Heading!.Line)
            .Append(Math.Min(lines.Count, LongestHead))
            .Min();
        return new OutlineReading(sections, first);
    }

    // The best pairs first; a heading is that of one section, and a section has one heading.
    private static Pair?[] Give(
        IReadOnlyList<HeadingWords> headings,
        IReadOnlyList<SectionMatch> wanted
    )
    {
        var top = headings
            .Select(one => one.Heading)
            .Where(heading => heading.Number is not null)
            .Select(heading => heading.Depth)
            .DefaultIfEmpty(0)
            .Min();
        var pairs = headings
            .SelectMany(heading =>
                wanted.Select((match, i) => new Pair(heading.Heading, i, match.Likeness(heading)))
            )
            .ToList();
        var sure = pairs.Where(pair => pair.Score >= SectionMatch.Sure).ToList();
        var titled = sure.Select(pair => pair.Heading).ToHashSet();
        var depths = sure.Select(pair => pair.Heading.Depth).ToHashSet();
        var scored = pairs
            .Select(pair =>
                !titled.Contains(pair.Heading) && IsCounted(pair.Heading, top)
                    ? pair with
                    {
                        Score = Math.Max(pair.Score, wanted[pair.Section].ByNumber(pair.Heading)),
                    }
                    : pair
            )
            .Where(pair =>
                pair.Score >= SectionMatch.Sure
                // What is only like a title stands beside those that are sure, and is not a heading within one of them.
                || (
                    pair.Score >= SectionMatch.Doubtful
                    && (depths.Count == 0 || depths.Contains(pair.Heading.Depth))
                )
            )
            .OrderByDescending(pair => pair.Score)
            .ThenBy(pair => pair.Heading.Depth)
            .ThenBy(pair => pair.Heading.Line);
        var given = new Pair?[wanted.Count];
        var taken = new HashSet<Heading>();
        foreach (var pair in scored)
        {
            if (given[pair.Section] is null && taken.Add(pair.Heading))
            {
                given[pair.Section] = pair;
            }
        }
        return given;
    }

    // Items of a list are numbered, too.
    private static bool IsCounted(Heading heading, int top) =>
        heading.Depth == top && (heading.IsMarked || heading.Depth <= HeadingNumber.Roman);

    private static SectionReading Found(
        IReadOnlyList<DocumentLine> lines,
        IReadOnlyList<Heading> headings,
        HashSet<Heading> sections,
        Pair found,
        OutlineSection section
    )
    {
        var heading = found.Heading;
        var end = headings
            .Where(next =>
                next.Line > heading.Line && (sections.Contains(next) || next.Ends(heading))
            )
            .Select(next => next.Line)
            .Append(lines.Count)
            .Min();
        var inner = headings
            .SelectMany(next => Enumerable.Range(next.Line, next.End - next.Line))
            .ToHashSet();
        IReadOnlyList<int> all =
        [
            .. Enumerable
                .Range(heading.End, Math.Max(0, end - heading.End))
                .TakeWhile(i => !EmptyPhrase.IsFoot(lines[i].Text)),
        ];
        IReadOnlyList<int> body =
        [
            .. all.Where(i =>
                !inner.Contains(i) && !lines[i].IsHint && !EmptyPhrase.Is(lines[i].Text)
            ),
        ];
        return new SectionReading(
            section,
            heading,
            IsDoubtful: found.Score < SectionMatch.Sure && found.Score < SectionMatch.NumberAlone,
            Nearest: null,
            body,
            body.Sum(i => lines[i].Text.Count(char.IsLetterOrDigit))
        )
        {
            End = heading.End + all.Count,
            Headings = [.. all.Where(inner.Contains)],
        };
    }

    private static SectionReading Missing(IReadOnlyList<HeadingWords> headings, SectionMatch match)
    {
        var nearest = headings
            .Where(one => one.Heading.Section is null)
            .Select(one => (one.Heading, Score: match.Likeness(one)))
            .Where(one => one.Score >= SectionMatch.Near)
            .DefaultIfEmpty()
            .MaxBy(one => one.Score)
            .Heading;
        return new SectionReading(match.Section, null, IsDoubtful: false, nearest, [], 0);
    }

    private sealed record Pair(Heading Heading, int Section, double Score);
}
