using ProgramReview.Core.Events;

namespace ProgramReview.Core.Planning.Rules;

internal sealed class CorrectableRule : IPlanRule
{
    public string Code => "correctable";

    public IReadOnlyList<string> Reads => ["checks", "correctable", "corrections"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var said = plan.Checking ?? CheckingPlan.Unsaid;
        foreach (var (i, code) in said.Correctable.Index())
        {
            var path = PlanParts.At("correctable", i);
            if (CheckCatalogue.All.All(check => check.Code != code))
            {
                yield return new RuleFault(
                    path,
                    $"There is no check '{code}'",
                    "Write the code of a check of content, as docs/checks.md lists them"
                );
            }
            else if (CheckCatalogue.Incomplete.Contains(code))
            {
                yield return new RuleFault(
                    path,
                    $"'{code}' is found where something of the report is missing, which cannot be sent after the close",
                    "Remove it"
                );
            }
            else if (said.WeightOf(CheckCatalogue.Of(code)) == Severity.Blocker)
            {
                yield return new RuleFault(
                    path,
                    $"'{code}' makes a file unusable, so there is nothing to correct",
                    "Remove it, or weigh it less under 'checks'"
                );
            }
        }

        if (said.Corrections is null != (said.Correctable.Count == 0))
        {
            yield return new RuleFault(
                said.Corrections is null ? "correctable" : "corrections",
                "Corrections after the close need both a time and the kinds of findings they are for",
                "Write both 'corrections: 2d' and 'correctable: [...]', or neither"
            );
        }
    }
}
