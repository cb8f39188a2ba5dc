using System.Globalization;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.People.Forms;

/// <summary>
/// Where played people make the files they send: they take the form of their report as its page gives it, and fill it in. The same draft gives the
/// same bytes.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="seed">What their figures and mistakes begin with.</param>
public sealed class FormDesk(PlanLookup plan, int seed)
{
    private const int MostNumbers = 400;

    private readonly FormPatterns patterns = new(plan);

    /// <summary>Makes a file, and tells what is wrong with it.</summary>
    public FilledForm Fill(Draft draft)
    {
        var id = draft.Part.Assignment;
        var part = ReportPart
            .Of(plan.ReportType(id.ReportType))
            .First(one => one.Code == draft.Part.Part);
        var chance = new Chance(seed, $"{draft.Part} {draft.Name}");
        return part switch
        {
            { Kind: PartKind.Report } when part.Formats.Contains(FileFormat.Docx) => Outline(
                draft,
                part,
                chance
            ),
            { Kind: PartKind.Annex }
                when part.Formats.Contains(FileFormat.Xlsx)
                    && AnnexDefinition.Of(plan, id).Rows.Count > 0 => Annex(draft, part, chance),
            _ => draft.Care == Care.None
                ? Instead(draft, part, WrongFile.Photo)
                : new FilledForm(SampleFile.For(part, draft.Name, draft.Title), []),
        };
    }

    private FilledForm Outline(Draft draft, ReportPart part, Chance chance)
    {
        var id = draft.Part.Assignment;
        if (draft.Care != Care.None)
        {
            return Written(
                draft,
                id,
                chance,
                draft.Care == Care.Full
                    ? One(
                        chance,
                        OutlineHabit.Complete,
                        OutlineHabit.Complete,
                        OutlineHabit.RenamesHeading
                    )
                    : One(
                        chance,
                        OutlineHabit.LeavesHint,
                        OutlineHabit.WritesTooLittle,
                        OutlineHabit.DropsSection
                    )
            );
        }
        var wrong = One(chance, WrongFile.Photo, WrongFile.SomethingElse, WrongFile.FormOfAnother);
        return wrong == WrongFile.FormOfAnother && Another(id) is { } another
            ? Written(draft, another, chance, OutlineHabit.Complete) with
            {
                Flaws = [new Flaw.OfFile(wrong)],
            }
            : Instead(draft, part, wrong);
    }

    private FilledForm Annex(Draft draft, ReportPart part, Chance chance)
    {
        var id = draft.Part.Assignment;
        if (draft.Care != Care.None)
        {
            return Counted(
                draft,
                id,
                chance,
                draft.Care == Care.Full
                    ? One(
                        chance,
                        AnnexHabit.Complete,
                        AnnexHabit.Complete,
                        AnnexHabit.LeavesOutWithReason
                    )
                    : One(
                        chance,
                        AnnexHabit.LeavesOut,
                        AnnexHabit.WritesWords,
                        AnnexHabit.WritesNumberAsText,
                        AnnexHabit.ExceedsBounds
                    )
            );
        }
        var wrong = One(
            chance,
            WrongFile.Photo,
            WrongFile.SomethingElse,
            WrongFile.FormOfAnother,
            WrongFile.FormerForm
        );
        return wrong switch
        {
            WrongFile.FormOfAnother when Another(id) is { } another => Counted(
                draft,
                another,
                chance,
                AnnexHabit.Complete
            ) with
            {
                Flaws = [new Flaw.OfFile(wrong)],
            },
            WrongFile.FormerForm => Counted(draft, id, chance, AnnexHabit.Complete, isFormer: true),
            _ => Instead(draft, part, wrong),
        };
    }

    private FilledForm Written(Draft draft, AssignmentId id, Chance chance, OutlineHabit habit)
    {
        var outline = patterns.Outline(id, draft.Language, habit);
        return new FilledForm(
            new SampleFile($"{draft.Name}.docx", outline.Pattern.For(Common(draft, id, chance))),
            outline.Flaws
        );
    }

    private FilledForm Counted(
        Draft draft,
        AssignmentId id,
        Chance chance,
        AnnexHabit habit,
        bool isFormer = false
    )
    {
        var annex = patterns.Annex(id, draft.Language, habit, isFormer);
        var written = Common(draft, id, chance);
        written[Place.Annex] = AnnexDefinition.Of(plan, id).Hash;
        // Whoever sends again has not counted again.
        foreach (var (place, value) in annex.Figures!.Draw(new Chance(seed, id.ToString())))
        {
            written[place] = value.ToString(CultureInfo.InvariantCulture);
        }
        return new FilledForm(
            new SampleFile($"{draft.Name}.xlsx", annex.Pattern.For(written)),
            annex.Flaws
        );
    }

    private Dictionary<string, string> Common(Draft draft, AssignmentId id, Chance chance)
    {
        var body = plan.Body(id.Body);
        var day = TimeZoneInfo.ConvertTime(draft.At, plan.Zone);
        var above = body.Parent is { } parent
            ? plan.Body(parent).Name
            : plan.Plan.Programme.Committee;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Place.Body] = body.Name.In(draft.Language),
            [Place.Superior] = above.In(draft.Language),
            [Place.Assignment] = id.ToString(),
            [Place.Number] = Text($"{1 + (int)(chance.Next() * MostNumbers)}"),
            [Place.Day] = Text($"{day.Day:D2}"),
            // Decree 30 writes a 0 before the first two, so that nobody makes another month of them.
            [Place.Month] = day.Month < 3 ? Text($"{day.Month:D2}") : Text($"{day.Month}"),
            [Place.Year] = Text($"{day.Year}"),
            [Place.Note] = draft.Name,
        };
    }

    private static FilledForm Instead(Draft draft, ReportPart part, WrongFile wrong)
    {
        var format = part.Kind == PartKind.Annex ? FileFormat.Xlsx : FileFormat.Pdf;
        var isOther = wrong == WrongFile.SomethingElse && part.Formats.Contains(format);
        var extension =
            $"{(part.Formats.Contains(format) ? format : part.Formats[0])}".ToLowerInvariant();
        return new FilledForm(
            isOther
                ? SampleFile.For(part, draft.Name, $"Minutes of a meeting, {draft.Title}")
                : SampleFile.Photo($"{draft.Name}.{extension}"),
            [new Flaw.OfFile(isOther ? wrong : WrongFile.Photo)]
        );
    }

    private AssignmentId? Another(AssignmentId id) =>
        plan.ReportType(id.ReportType).OwedBy.FirstOrDefault(body => body != id.Body) is { } other
            ? id with
            {
                Body = other,
            }
            : null;

    private static T One<T>(Chance chance, params ReadOnlySpan<T> choices) =>
        choices[(int)(chance.Next() * choices.Length)];

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
