using System.Text;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning.Reading;

namespace ProgramReview.Functions.Planning;

/// <summary>Reads plan files: YAML that a person wrote.</summary>
public static class PlanFile
{
    /// <summary>The largest plan file, in bytes of UTF-8.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Reads and checks a plan.</summary>
    /// <param name="yaml">The file's text.</param>
    /// <param name="fileName">The name that faults bear.</param>
    /// <param name="start">When a plan with relative times starts; null refuses such a plan.</param>
    public static PlanReading Read(string yaml, string fileName, DateTimeOffset? start)
    {
        var log = new FaultLog(fileName);
        if (Encoding.UTF8.GetByteCount(yaml) > MaxBytes)
        {
            log.Add(1, "", "The file is larger than 1 MiB", "Split the plan, or shorten its texts");
            return new PlanReading(log.Faults);
        }

        if (YamlTree.Parse(yaml, log) is not { } root)
        {
            return new PlanReading(log.Faults);
        }

        var plan = PlanReader.Read(root, log, start);
        foreach (var finding in PlanRules.Check(plan, log.Unread))
        {
            log.Add(log.LineOf(finding.Path), finding.Path, finding.Message, finding.Remedy);
        }

        return log.Faults.Count > 0
            ? new PlanReading(log.Faults)
            : new PlanReading(
                plan,
                [
                    .. PlanWarnings
                        .Check(plan)
                        .Select(warning => new PlacedWarning(
                            fileName,
                            log.LineOf(warning.Path),
                            warning
                        )),
                ]
            );
    }
}
