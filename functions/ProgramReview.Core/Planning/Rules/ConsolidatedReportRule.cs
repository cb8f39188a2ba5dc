namespace ProgramReview.Core.Planning.Rules;

internal sealed class ConsolidatedReportRule : IPlanRule
{
    public string Code => "consolidated-report";

    public IReadOnlyList<string> Reads => ["consolidatedReport", "bodies", "reportTypes"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var (path, type) = PlanParts
            .ReportTypes(plan)
            .FirstOrDefault(entry => entry.Type.Code == plan.ConsolidatedReport);
        if (type is null)
        {
            yield return new RuleFault(
                "consolidatedReport",
                $"There is no report type '{plan.ConsolidatedReport}'",
                "Name the code of the report type that heads the dossier"
            );
            yield break;
        }

        if (type.OwedBy.Count > 1)
        {
            yield return new RuleFault(
                $"{path}.owedBy",
                "The consolidated report has more than one author",
                "Let exactly one body owe it"
            );
        }

        if (type.After.Count == 0 && plan.ReportTypes.Count > 1)
        {
            yield return new RuleFault(
                $"{path}.after",
                "The consolidated report waits for no other report",
                "List the report types that feed it"
            );
        }
    }
}
