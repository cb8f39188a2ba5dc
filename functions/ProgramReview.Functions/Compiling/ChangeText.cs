using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Compiling;

/// <summary>What changed between two dossiers, in words.</summary>
public static class ChangeText
{
    /// <summary>So many changes are told one by one in a letter.</summary>
    public const int Most = 20;

    /// <summary>A sentence for each, the files first; of many the first ones, and how many more there are.</summary>
    public static IReadOnlyList<string> Lines(PageContext context, DossierChanges changes)
    {
        var lines = changes
            .Parts.Select(part => $"{PartText.Whole(context, part.Part)}: {Show(context, part)}")
            .Concat(changes.Exceptions.Select(change => Show(context, change)));
        return changes.Count <= Most
            ? [.. lines]
            :
            [
                .. lines.Take(Most),
                Text.Get(
                    context.Language,
                    "dossier.more",
                    Numbers.Show(context.Language, changes.Count - Most)
                ),
            ];
    }

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
