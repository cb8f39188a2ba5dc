using System.Text;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Receipts;

namespace ProgramReview.Local.Host.Commands;

/// <summary>Says in plain words what an approver's answer, or the result of a round, proves and what it does not.</summary>
internal static class VerifyRoundWords
{
    /// <summary>The whole report on a genuine one.</summary>
    public static string Of(ReceiptCheck.Genuine genuine, string? file, bool keysAreGiven)
    {
        var (title, statements, open) = genuine.Content switch
        {
            AnswerReceipt answer => (
                $"The answer {answer.Number} is genuine.",
                Statements(answer),
                NotProven(answer)
            ),
            RoundResult result => (
                $"The result {result.Number} is genuine.",
                Statements(result),
                "- That each answer came from the person named: the receipt of each answer says what was asked of them. The audit export holds the entries whose hashes stand above."
            ),
            var other => throw new InvalidOperationException(
                $"{other.GetType().Name} has no words here."
            ),
        };
        var text = new StringBuilder();
        void Line(string line = "") => text.Append(line).Append('\n');
        Line(title);
        Line();
        Line("Proven:");
        Line("- Nothing in it was changed since it was signed with the key named below.");
        if (file is not null)
        {
            Line(
                $"- {file} is, byte for byte, the manifest of the dossier that was decided about."
            );
        }
        Line();
        Line("The signer states:");
        foreach (var statement in statements)
        {
            Line($"- {statement}");
        }
        Line();
        Line("Not proven:");
        Line(VerifyWords.Whose(genuine.Key, keysAreGiven));
        Line(open);
        Line(
            "- That the signer's clock was right, and what happened later: whether the round was void afterwards stands in the record."
        );
        return text.ToString();
    }

    private static IEnumerable<string> Statements(AnswerReceipt answer)
    {
        yield return $"{Who(answer.Approver, answer.Person)} answered {answer.Verdict} in round {answer.Round}, stage {answer.Stage}, under plan {answer.Cycle} version {answer.PlanVersion} ({answer.PlanHash}).";
        yield return $"It is about the dossier whose manifest has the SHA-256 {answer.DossierHash}, and is counted by the rules of version {answer.RuleVersion}.";
        yield return answer.Comment.Length == 0
            ? "There was no comment."
            : $"The comment was: \"{answer.Comment}\"";
        if (answer.Reopen is { } reopen)
        {
            yield return $"{reopen.Count} parts of reports were to be changed (SHA-256 over their ids: {reopen.Sha256}).";
        }
        yield return $"It was judged at {VerifyWords.At(answer.Judged)}; answers were taken until {answer.Closes}.";
        yield return Before(answer.ChainHead);
    }

    private static IEnumerable<string> Statements(RoundResult result)
    {
        yield return $"Round {result.Round} under plan {result.Cycle} version {result.PlanVersion} ({result.PlanHash}) ended: {result.Outcome}, by the rules of version {result.RuleVersion}, found at {VerifyWords.At(result.Judged)}.";
        yield return $"It was about the dossier whose manifest has the SHA-256 {result.DossierHash}.";
        foreach (var stage in result.Stages)
        {
            yield return $"Stage {stage.Stage}: {stage.Approvals} approvals of {stage.Needed} needed, counted from {stage.Base} of {stage.Members.Count} members; {stage.ChangeRequests} asked for changes, {stage.Rejections} rejected, {stage.Abstentions} abstained, {stage.Recusals} withdrew, {stage.Unanswered} did not answer.";
        }
        foreach (var answer in result.Answers)
        {
            yield return $"{Who(answer.Approver, answer.Person)}: {answer.Verdict} at {VerifyWords.At(answer.At)} (entry {answer.Entry}, hash {answer.EntryHash}).";
        }
        if (result.Barred is { } barred)
        {
            yield return $"Could not answer, since the report came from them: {string.Join(", ", barred)}.";
        }
        yield return Before(result.ChainHead);
    }

    private static string NotProven(AnswerReceipt answer) =>
        $"- That {answer.Person ?? answer.Approver} themselves answered: "
        + answer.SecondStep switch
        {
            SecondStep.None =>
                "whoever had the personal link and read the page could; the plan asked nothing else.",
            SecondStep.AccessCode =>
                "whoever had the personal link and the access code that operations had handed over could.",
            SecondStep.SignIn =>
                "whoever had the personal link and was signed in with the account of their address could.",
            _ => throw new ArgumentOutOfRangeException(nameof(answer)),
        };

    private static string Who(string seat, string? person) =>
        person is null ? seat : $"{person} for {seat}";

    private static string Before(ReceiptHead head) =>
        $"Before it, the cycle's audit chain ended with entry {head.Sequence}, hash {head.Hash}.";
}
