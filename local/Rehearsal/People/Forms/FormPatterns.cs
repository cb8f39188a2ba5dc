using System.Collections.Concurrent;
using ProgramReview.Core.Forms;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Forms;

namespace ProgramReview.Local.Rehearsal.People.Forms;

/// <summary>
/// The forms of a plan filled in once for each kind of body, report, language and habit, by a stand-in whose name and whose superior's are places.
/// </summary>
internal sealed class FormPatterns(PlanLookup plan)
{
    private readonly ConcurrentDictionary<Shape, FilledPattern> made = new();

    /// <summary>The report's text.</summary>
    public FilledPattern Outline(AssignmentId id, Language language, OutlineHabit habit) =>
        made.GetOrAdd(
            ShapeOf(id, language, habit, isFormer: false),
            _ =>
            {
                var standIn = StandIn(id, isFormer: false);
                var form = OutlineForm.Of(standIn, id);
                var answers = new OutlineAnswers(form, habit);
                return new FilledPattern(
                    new FormPattern(
                        FormFiller.Outline(
                            Fetch(standIn, id, language, FormKind.Outline),
                            form.Style == DocumentStyle.Party ? "ĐU" : "UBND",
                            answers.Entry
                        ),
                        new Dictionary<string, string> { [id.ToString()] = Place.Assignment }
                    ),
                    answers.Flaws
                );
            }
        );

    /// <summary>The report's figures.</summary>
    /// <param name="id">Whose; it is asked for figures.</param>
    /// <param name="language">The language of the form.</param>
    /// <param name="habit">How it is filled in.</param>
    /// <param name="isFormer">Whether it was fetched before indicators got the names they have.</param>
    public FilledPattern Annex(
        AssignmentId id,
        Language language,
        AnnexHabit habit,
        bool isFormer
    ) =>
        made.GetOrAdd(
            ShapeOf(id, language, habit, isFormer),
            _ =>
            {
                var standIn = StandIn(id, isFormer);
                var form = AnnexForm.Of(standIn, id)!;
                var answers = new AnnexAnswers(form, habit);
                var named = new Dictionary<string, string> { [id.ToString()] = Place.Assignment };
                if (!isFormer)
                {
                    named[form.Hash] = Place.Annex;
                }
                return new FilledPattern(
                    new FormPattern(
                        FormFiller.Annex(
                            Fetch(standIn, id, language, FormKind.Annex),
                            answers.Entry
                        ),
                        named
                    ),
                    isFormer ? [new Flaw.OfFile(WrongFile.FormerForm)] : answers.Flaws,
                    new Figures(form, plan.ReportType(id.ReportType).OwedBy.Count)
                );
            }
        );

    // As the link on the page gives it.
    private static byte[] Fetch(
        PlanLookup standIn,
        AssignmentId id,
        Language language,
        FormKind kind
    ) => FormFiles.Of(standIn, id, language).Single(form => form.Kind == kind).Write();

    private PlanLookup StandIn(AssignmentId id, bool isFormer)
    {
        var body = plan.Body(id.Body);
        var isAlike = !IsLikeNoOther(id);
        IEnumerable<Body> bodies =
        [
            isAlike ? body with { Name = Anyone(Place.Body) } : body,
            .. body.Parent is { } parent
                ?
                [
                    plan.Body(parent) with
                    {
                        Name = isAlike ? Anyone(Place.Superior) : plan.Body(parent).Name,
                        Parent = null,
                    },
                ]
                : Enumerable.Empty<Body>(),
        ];
        return new PlanLookup(
            plan.Plan with
            {
                Bodies = [.. bodies],
                ReportTypes = [plan.ReportType(id.ReportType) with { OwedBy = [id.Body] }],
                Indicators = isFormer
                    ? [.. plan.Plan.Indicators!.Select(Formerly)]
                    : plan.Plan.Indicators,
            }
        );
    }

    private static Indicator Formerly(Indicator one) =>
        one with
        {
            Name = new($"{one.Name.Vi} (cũ)", $"{one.Name.En} (old)", $"{one.Name.Hi} (पुराना)"),
        };

    private static LocalizedText Anyone(string place) =>
        new(Place.Mark(place), Place.Mark(place), Place.Mark(place));

    private Shape ShapeOf(AssignmentId id, Language language, Enum habit, bool isFormer) =>
        new(
            id.ReportType,
            plan.Body(id.Body).Kind,
            plan.Body(id.Body).Parent is not null,
            IsLikeNoOther(id) ? id.Body : null,
            language,
            habit,
            isFormer
        );

    // The body whose programme it is, or one about which something was known before.
    private bool IsLikeNoOther(AssignmentId id) =>
        OutlineForm.Of(plan, id).Superior is null
        || (plan.Plan.Indicators ?? []).Any(indicator =>
            indicator.Earlier.Any(earlier => earlier.Body == id.Body)
        );

    private sealed record Shape(
        string ReportType,
        string BodyKind,
        bool HasParent,
        string? Only,
        Language Language,
        Enum Habit,
        bool IsFormer
    );
}
