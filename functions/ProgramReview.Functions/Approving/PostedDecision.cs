using System.Globalization;
using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>What an approver's form carried, read leniently; what is wrong with it is said all at once.</summary>
/// <param name="Draft">What was entered.</param>
/// <param name="DossierHash">The dossier the form was drawn for.</param>
/// <param name="Round">The round that the form was drawn for; 0 if it names none.</param>
/// <param name="RuleVersion">The version of the rules that it was drawn by; 0 if it names none.</param>
internal sealed record PostedDecision(
    DecisionDraft Draft,
    string DossierHash,
    int Round,
    int RuleVersion
)
{
    /// <summary>The form's name.</summary>
    public const string Form = "decision";

    private const string VerdictField = "verdict";
    private const string CommentField = "comment";
    private const string ReopenField = "reopen";

    /// <summary>What was typed, for the form to be shown again; what the second step asks is typed anew.</summary>
    public IReadOnlyDictionary<string, string> Values =>
        new Dictionary<string, string>
        {
            [VerdictField] = Draft.Verdict?.ToString() ?? "",
            [CommentField] = Draft.Comment,
            [ReopenField] = string.Join(' ', Draft.Reopen),
        };

    public static PostedDecision Read(IFormCollection form) =>
        new(
            DraftOf(form[VerdictField], form[CommentField], form[ReopenField]),
            form["dossierHash"].ToString(),
            Number(form["round"]),
            Number(form["rules"])
        );

    /// <summary>What had been typed when the form was posted.</summary>
    public static DecisionDraft DraftOf(FormAnswer answer) =>
        DraftOf(
            answer.ValueOf(VerdictField),
            answer.ValueOf(CommentField),
            answer.ValueOf(ReopenField).Split(' ')
        );

    /// <summary>What the form itself shows to be wrong, for a link to a round.</summary>
    public IReadOnlyList<Refusal> Problems(int round)
    {
        var problems = new List<Refusal>();
        if (Draft.Verdict is null)
        {
            problems.Add(Refusal.Unfit("decision-verdict-missing", VerdictField));
        }
        if (
            Draft.Verdict is { } verdict
            && DecisionRules.NeedsComment(verdict)
            && Draft.Comment.Length == 0
        )
        {
            problems.Add(Refusal.Unfit("decision-comment-missing", CommentField));
        }
        if (Draft.Comment.Length > DecisionRules.MaxComment)
        {
            problems.Add(Refusal.Unfit("decision-comment-too-long", CommentField));
        }
        if (Draft.Verdict == DecisionVerdict.RequestChanges && Draft.Reopen.Count == 0)
        {
            problems.Add(Refusal.Unfit("decision-nothing-to-reopen", ReopenField));
        }
        if (Round != round)
        {
            problems.Add(Refusal.Conflict("decision-dossier-replaced"));
        }
        return problems;
    }

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    private static DecisionDraft DraftOf(
        string? verdict,
        string? comment,
        IEnumerable<string?> reopen
    )
    {
        DecisionVerdict? chosen =
            Enum.TryParse<DecisionVerdict>(verdict, ignoreCase: true, out var parsed)
            && Enum.IsDefined(parsed)
                ? parsed
                : null;
        return new DecisionDraft(
            chosen,
            HumanText.Clean(comment, lines: true),
            // Ticks left over from an answer that was changed before sending are not part of the answer.
            chosen == DecisionVerdict.RequestChanges
                ?
                [
                    .. reopen
                        .Select(text => PartId.TryParse(text, null, out var id) ? id : null)
                        .OfType<PartId>()
                        .Distinct(),
                ]
                : []
        );
    }
}
