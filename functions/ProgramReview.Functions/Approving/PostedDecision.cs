using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Approving;

/// <summary>What an approver's form carried, read leniently; what is wrong with it is said all at once.</summary>
/// <param name="Draft">What was entered.</param>
/// <param name="DossierHash">The dossier the form was drawn for.</param>
/// <param name="Confirmation">The number typed.</param>
internal sealed record PostedDecision(DecisionDraft Draft, string DossierHash, string Confirmation)
{
    public static PostedDecision Read(IFormCollection form)
    {
        DecisionVerdict? verdict =
            Enum.TryParse<DecisionVerdict>(form["verdict"], ignoreCase: true, out var parsed)
            && Enum.IsDefined(parsed)
                ? parsed
                : null;
        // Ticks left over from an answer that was changed before sending are not part of the answer.
        var reopen =
            verdict == DecisionVerdict.RequestChanges
                ? form["reopen"]
                    .Select(text => AssignmentId.TryParse(text, null, out var id) ? id : null)
                    .OfType<AssignmentId>()
                    .Distinct()
                    .ToList()
                : [];
        return new PostedDecision(
            new DecisionDraft(verdict, HumanText.Clean(form["comment"], lines: true), reopen),
            form["dossierHash"].ToString(),
            HumanText.WithPlainDigits(HumanText.Clean(form["confirmation"]))
        );
    }

    public IReadOnlyList<DecisionProblem> Problems(string expectedConfirmation)
    {
        var problems = new List<DecisionProblem>();
        if (Draft.Verdict is null)
        {
            problems.Add(DecisionProblem.NoVerdict);
        }
        if (
            Draft.Verdict is DecisionVerdict.RequestChanges or DecisionVerdict.Reject
            && Draft.Comment.Length == 0
        )
        {
            problems.Add(DecisionProblem.NoComment);
        }
        if (Draft.Comment.Length > DecisionRules.MaxComment)
        {
            problems.Add(DecisionProblem.CommentTooLong);
        }
        if (Draft.Verdict == DecisionVerdict.RequestChanges && Draft.Reopen.Count == 0)
        {
            problems.Add(DecisionProblem.NoAssignments);
        }
        if (Confirmation != expectedConfirmation)
        {
            problems.Add(DecisionProblem.WrongConfirmation);
        }
        return problems;
    }
}
