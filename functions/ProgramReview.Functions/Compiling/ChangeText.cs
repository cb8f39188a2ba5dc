using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Compiling;

/// <summary>What changed between two dossiers, in words.</summary>
public static class ChangeText
{
    /// <summary>So many changes are told one by one in a letter.</summary>
    public const int Most = 20;

    private const int MostBodies = 5;

    /// <summary>A sentence for each, the files first; of many the first ones, and how many more there are.</summary>
    public static IReadOnlyList<string> Lines(PageContext context, DossierDifference changes) =>
        First(
            context,
            [
                .. changes.Reports.Parts.Select(part =>
                    $"{PartText.Whole(context, part.Part)}: {Show(context, part)}"
                ),
                .. changes.Totals.Select(total => Show(context, changes, total)),
                .. changes.Reports.Exceptions.Select(change => Show(context, change)),
            ]
        );

    /// <summary>The same as far as everybody may read it: no names of files.</summary>
    public static IReadOnlyList<string> Public(PageContext context, DossierDifference changes)
    {
        var shown = context.Plan!.Publication;
        return First(
            context,
            [
                .. shown.ShowsReports(Readers.Everybody)
                    ? changes.Reports.Parts.Select(part =>
                        part.Now is { } now
                            ? Text.Get(
                                context.Language,
                                "dossier.changed.file",
                                PartText.Whole(context, part.Part),
                                InstantText.Full(context, now.Committed)
                            )
                            : Text.Get(
                                context.Language,
                                "dossier.changed.gone",
                                PartText.Whole(context, part.Part)
                            )
                    )
                    : [],
                .. shown.ShowsFigures(Readers.Everybody)
                    ? changes.Totals.Select(total => Show(context, changes, total))
                    : [],
                .. shown.ShowsReports(Readers.Everybody)
                    ? changes
                        .Reports.Exceptions.Where(change =>
                            change.Exception != DossierException.Explained
                        )
                        .Select(change => Show(context, change))
                    : [],
            ]
        );
    }

    private static IReadOnlyList<string> First(PageContext context, IReadOnlyList<string> lines) =>
        lines.Count <= Most
            ? lines
            :
            [
                .. lines.Take(Most),
                Text.Get(
                    context.Language,
                    "dossier.more",
                    Numbers.Show(context.Language, lines.Count - Most)
                ),
            ];

    /// <summary>A total of the whole, old and new, and because of which bodies.</summary>
    public static string Show(
        PageContext context,
        DossierDifference changes,
        FigureDifference total
    )
    {
        var bodies = changes
            .Behind(total)
            .Select(word => FigureWords.NameOf(context.Plan!, word.Node, context.Language))
            .ToList();
        var sentence = Text.Get(
            context.Language,
            "dossier-figure.total",
            total.Now.Indicator.Name.In(context.Language),
            total.Now.Period.Title.In(context.Language),
            Below(context, total.Now),
            Below(context, total.Before)
        );
        return bodies.Count == 0
            ? sentence
            : $"{sentence} {Text.Get(context.Language, "dossier-figure.because", Few(context, bodies))}";
    }

    /// <summary>A body's own word, old and new.</summary>
    public static string Show(PageContext context, FigureDifference word) =>
        Text.Get(
            context.Language,
            "dossier-figure.own",
            FigureWords.NameOf(context.Plan!, word.Node, context.Language),
            word.Now.Indicator.Name.In(context.Language),
            word.Now.Period.Title.In(context.Language),
            Own(context, word.Now),
            Own(context, word.Before)
        );

    private static string Few(PageContext context, List<string> bodies) =>
        bodies.Count <= MostBodies
            ? string.Join(", ", bodies)
            : $"{string.Join(", ", bodies.Take(MostBodies))} {Text.Get(context.Language, "dossier-figure.more", Numbers.Show(context.Language, bodies.Count - MostBodies))}";

    // How whole it is belongs to it: a total over fewer bodies is another one.
    private static string Below(PageContext context, FigureLine line) =>
        line.Below is { } below
            ? $"{FigureWords.Below(context.Language, line.Indicator, below)} ({FigureWords.Whole(context.Language, below.Counts)})"
            : Text.Get(context.Language, "figures.nothing");

    private static string Own(PageContext context, FigureLine line) =>
        line.Own is { } told
            ? FigureWords.Own(context.Language, told)
            : Text.Get(context.Language, "figures.nothing");

    /// <summary>What became of a part.</summary>
    public static string Show(PageContext context, PartChange change) =>
        (change.Before, change.Now) switch
        {
            (_, null) => Text.Get(context.Language, "decision.changes.gone"),
            ({ } before, { } now) when before.BlobName == now.BlobName => Text.Get(
                context.Language,
                "decision.changes.same"
            ),
            (_, { } now) => Text.Get(
                context.Language,
                "decision.changes.new",
                now.FileName,
                InstantText.Full(context, now.Committed)
            ),
        };

    /// <summary>What came or went.</summary>
    public static string Show(PageContext context, ExceptionChange change) =>
        Text.Get(
            context.Language,
            change.HasCome ? "dossier-exception.come" : "dossier-exception.gone",
            AssignmentOf(context, change.Assignment),
            Text.Word(context.Language, change.Exception)
        );

    /// <summary>Why a dossier does not hold any more, or is followed by an edition: about what, what happened, and who had it happen.</summary>
    public static string Why(PageContext context, IOvertaking overtaking) =>
        Text.Get(
            context.Language,
            overtaking.By is null ? "voiding.why" : "voiding.why.by",
            AssignmentOf(context, overtaking.Assignment),
            Text.Word(context.Language, overtaking.Cause),
            overtaking.By is { } by
                ? context.Plan?.FindPerson(by)?.Name.In(context.Language) ?? by
                : null
        );

    private static string AssignmentOf(PageContext context, AssignmentId id) =>
        context.Plan is { } plan
            ? $"{plan.Body(id.Body).Name.In(context.Language)} – {plan.ReportType(id.ReportType).Title.In(context.Language)}"
            : id.ToString();
}
