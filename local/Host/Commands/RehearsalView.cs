using System.Globalization;
using ProgramReview.Core.Planning;
using ProgramReview.Local.Rehearsal.Reporting;

namespace ProgramReview.Local.Host.Commands;

/// <summary>Shows rehearsals on the terminal.</summary>
internal static class RehearsalView
{
    private const int MostLines = 400;

    /// <summary>The timeline, the summary, and the warnings.</summary>
    public static void Show(PlanLookup plan, RehearsalReport report, TimeSpan took)
    {
        foreach (var item in report.Timeline.Take(MostLines))
        {
            Line(
                $"{Show(item.At)}  {item.Kind, -16} {item.About, -44} {item.Who, -24} {item.Outcome}"
            );
        }
        Rest(report.Timeline.Count);
        Console.WriteLine();
        foreach (var instant in report.Instants)
        {
            Line(
                $"{Show(instant.At)}  {instant.What} of {instant.About}\n    1 s before  {instant.Before}\n    at it       {instant.AtIt}\n    1 s after   {instant.After}"
            );
        }
        Console.WriteLine();
        foreach (var (place, ready) in report.DossierReady.Index())
        {
            Line($"dossier of round {place + 1} ready {Show(ready)}");
        }
        var approval = report.Approval;
        Line(
            $"approval ends at the earliest {Show(approval.Earliest)}, at the latest {Show(approval.Latest[0])}; {Show(approval.Latest[1])} if changes are asked for once"
        );
        Console.WriteLine();
        var outcome = report.Outcome?.ToString() ?? "not ended";
        Line(
            $"{report.Cycle}: {outcome} on {report.EndedAt:yyyy-MM-dd HH:mm} ({plan.Plan.TimeZoneName.En}). {report.Assignments} assignments: {report.OnTime} on time, {report.Late} late, {report.Missing} missing. {report.Mails} mails, {report.Rounds} approval rounds. Profile {report.Profile}, seed {report.Seed}. Rehearsed in {took.TotalSeconds:0.0} s."
        );
        foreach (var warning in report.Warnings)
        {
            Line(
                $"warning: {warning.Path}: {warning.Message.En} {warning.Remedy.En} [{warning.Code}]"
            );
        }
        foreach (var failure in report.Failures)
        {
            Console.Error.WriteLine($"failed: {failure}");
        }
    }

    /// <summary>What differs between two plans.</summary>
    public static void Show(PlanLookup plan, IReadOnlyList<PlanDifference> differences)
    {
        foreach (var difference in differences.Take(MostLines))
        {
            var kind = difference.What.ToString().ToLowerInvariant();
            var change = difference switch
            {
                { Before: null, After: { } after } => $"only then: {Show(after)}",
                { Before: { } before, After: null } => $"no longer: {Show(before)}",
                _ => $"{Show(difference.Before!.Value)} -> {Show(difference.After!.Value)}",
            };
            Line($"{kind, -8} {difference.Name, -60} {change}");
        }
        Rest(differences.Count);
        Console.WriteLine();
        Line(
            $"{differences.Count} differences: {string.Join(", ", Enum.GetValues<DifferenceKind>().Select(kind => FormattableString.Invariant($"{differences.Count(difference => difference.What == kind)} {kind.ToString().ToLowerInvariant()}s")))}. All times are in {plan.Plan.TimeZoneName.En}."
        );
    }

    private static void Rest(int count)
    {
        if (count > MostLines)
        {
            Line($"... and {count - MostLines} more; --json FILE has them all.");
        }
    }

    private static string Show(DateTimeOffset at) =>
        at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static void Line(FormattableString text) =>
        Console.WriteLine(text.ToString(CultureInfo.InvariantCulture).TrimEnd());
}
