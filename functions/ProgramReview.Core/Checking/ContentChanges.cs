using ProgramReview.Core.Checking.Annex;

namespace ProgramReview.Core.Checking;

/// <summary>What is otherwise in a new version than in the one before, as far as the plan asks for it.</summary>
/// <param name="Sections">The sections whose text is another, in the order of the outline.</param>
/// <param name="Figures">The figures that are other ones, rows and columns in plan order.</param>
public sealed record ContentChanges(
    IReadOnlyList<SectionChange> Sections,
    IReadOnlyList<FigureChange> Figures
)
{
    /// <summary>How many there are.</summary>
    public int Count => Sections.Count + Figures.Count;

    /// <summary>Compares two versions of a part; null where they are of two kinds, or one could not be read.</summary>
    /// <param name="before">The version before.</param>
    /// <param name="after">The new one.</param>
    public static ContentChanges? Between(CheckSubject before, CheckSubject after)
    {
        var (old, now) = (new ReadFile(before), new ReadFile(after));
        return (old, now) switch
        {
            ({ Text: { } was }, { Text: { } text }) => new ContentChanges(
                SectionsOf(was, text),
                []
            ),
            ({ Figures: { } had }, { Figures: { } figures }) => new ContentChanges(
                [],
                FiguresOf(had, figures)
            ),
            _ => null,
        };
    }

    private static IReadOnlyList<SectionChange> SectionsOf(ReadText before, ReadText after) =>
        [
            .. after
                .Outline.Sections.Zip(before.Outline.Sections)
                .Where(pair => Words(after, pair.First) != Words(before, pair.Second))
                .Select(pair => new SectionChange(
                    pair.First.Section.Code!,
                    pair.Second.Heading is null ? null : pair.Second.Letters,
                    pair.First.Heading is null ? null : pair.First.Letters
                )),
        ];

    // Null where it was not found; spaces are no change.
    private static string? Words(ReadText text, Outline.SectionReading section) =>
        section.Heading is null
            ? null
            : string.Join(
                ' ',
                section.Lines.SelectMany(line =>
                    text.Lines[line].Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                )
            );

    private static IReadOnlyList<FigureChange> FiguresOf(AnnexReading before, AnnexReading after) =>
        [
            .. after
                .Asked.Rows.SelectMany(row =>
                    after.Asked.Periods.Select(period =>
                        (Indicator: row.Indicator.Code, Period: period.Code)
                    )
                )
                .Select(at =>
                    (
                        at.Indicator,
                        at.Period,
                        Before: before.Of(at.Indicator, at.Period),
                        After: after.Of(at.Indicator, at.Period)
                    )
                )
                .Where(one =>
                    one.Before?.Number is { } had && one.After?.Number is { } has
                        ? had != has
                        : Written(one.Before) != Written(one.After)
                )
                .Select(one => new FigureChange(
                    one.Indicator,
                    one.Period,
                    Written(one.Before),
                    Written(one.After)
                )),
        ];

    private static string Written(AnnexValue? value) => value?.Written.Trim() ?? "";
}
