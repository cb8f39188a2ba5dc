using ProgramReview.Core.Checking;
using ProgramReview.Core.Checking.Outline;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Narrative;

/// <summary>
/// What one stored file says, by the sections of its report type's outline. It follows from the file's content and the outline alone; head, foot,
/// hints of the form and phrases that stand for nothing are left out, and no word is added.
/// </summary>
/// <param name="Sections">The sections that were found, in the order of the outline, and last what stands in none; empty where there is no text.</param>
public sealed record ReportText(IReadOnlyList<SectionText> Sections)
{
    /// <summary>Raised whenever the same content may give another text; texts of another version are made anew.</summary>
    public const int Version = 1;

    // Some 300 pages; whoever sends more wrote no report, and everybody's page has to carry it.
    private const int MostLetters = 1_000_000;

    /// <summary>Whether the end was left out because the file is longer than any report.</summary>
    public bool IsCut { get; init; }

    /// <summary>The section with this code, or null if it was not found.</summary>
    /// <param name="code">The code; null for what stands in no section.</param>
    public SectionText? Find(string? code) =>
        Sections.FirstOrDefault(section => section.Code == code);

    /// <summary>What an audience reads of it; null where that is nothing.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="part">The part that the file came for.</param>
    /// <param name="audience">The audience.</param>
    public ReportText? For(PlanLookup plan, PartId part, Readers audience)
    {
        var read = Sections
            .Where(section =>
                plan.Publication.ShowsSection(
                    audience,
                    part.Assignment.ReportType,
                    part.Part,
                    section.Code
                )
            )
            .ToList();
        return read.Count > 0 ? this with { Sections = read } : null;
    }

    /// <summary>Whether a part has text to be read by sections; a scan and an annex have none.</summary>
    public static bool IsIn(ReportPart part) => part.Kind == PartKind.Report;

    /// <summary>The text of a file; null for a file that is no document.</summary>
    public static ReportText? Of(CheckSubject subject) =>
        subject.Content.Document is { } document
            ? Of(document, subject.Plan.OutlineOf(subject.Assignment.ReportType))
            : null;

    private static ReportText Of(DocumentFacts document, IReadOnlyList<OutlineSection> outline)
    {
        var read = ReadText.Of(document, outline);
        if (!read.IsThere)
        {
            return new ReportText([]);
        }
        var found = read.Outline.Sections.Where(section => section.Heading is not null).ToList();
        var sections = found
            .Select(section => new SectionText(
                section.Section.Code,
                section.Heading!.Text,
                Paragraphs(
                    read.Lines,
                    section.Lines.Concat(section.Headings).Order(),
                    [.. section.Headings]
                )
            ))
            .ToList();
        var elsewhere = Paragraphs(read.Lines, Elsewhere(read, found), []);
        return elsewhere.Count > 0
            ? Bounded([.. sections, new SectionText(null, null, elsewhere)])
            : Bounded(sections);
    }

    // Behind the head, in no section, and not between a foot and the next section.
    private static IEnumerable<int> Elsewhere(ReadText read, List<SectionReading> found)
    {
        var isFoot = false;
        for (var i = found.Count == 0 ? 0 : read.Outline.Head; i < read.Lines.Count; i++)
        {
            var line = read.Lines[i];
            if (found.Any(section => section.Heading!.Line <= i && i < section.End))
            {
                isFoot = false;
                continue;
            }
            isFoot |= EmptyPhrase.IsFoot(line.Text);
            if (
                !isFoot
                && !line.IsHint
                && !EmptyPhrase.Is(line.Text)
                && !Headings.IsOfContents(line.Text)
            )
            {
                yield return i;
            }
        }
    }

    private static IReadOnlyList<TextParagraph> Paragraphs(
        IReadOnlyList<DocumentLine> lines,
        IEnumerable<int> places,
        HashSet<int> headings
    ) =>
        [
            .. Runs(places, headings)
                .SelectMany(run =>
                    Checking
                        .Outline.Paragraphs.Of(run.Select(i => lines[i]))
                        .Select(one => new TextParagraph(one.Text)
                        {
                            Paragraph = one.Line.Paragraph,
                            Page = one.Line.Page,
                            IsHeading = headings.Contains(run[0]),
                        })
                ),
        ];

    // Nothing is put together over a heading, nor over what was left out.
    private static IEnumerable<IReadOnlyList<int>> Runs(
        IEnumerable<int> places,
        HashSet<int> headings
    )
    {
        var run = new List<int>();
        foreach (var i in places)
        {
            if (
                run is [.., var last]
                && (last + 1 != i || headings.Contains(last) || headings.Contains(i))
            )
            {
                yield return run;
                run = [];
            }
            run.Add(i);
        }
        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static ReportText Bounded(List<SectionText> sections)
    {
        var left = MostLetters;
        var bounded = sections
            .Select(section =>
                section with
                {
                    Paragraphs =
                    [
                        .. section.Paragraphs.TakeWhile(one => (left -= one.Text.Length) >= 0),
                    ],
                }
            )
            .ToList();
        return new ReportText(bounded) { IsCut = left < 0 };
    }
}
