using ProgramReview.Core.Events;
using static ProgramReview.Local.Rehearsal.Reporting.Sheet.Html;

namespace ProgramReview.Local.Rehearsal.Reporting.Sheet;

/// <summary>How it ended, and what to look at.</summary>
internal static class Outcome
{
    public static string Draw(RehearsalReport report)
    {
        var outcome = report.Outcome switch
        {
            null => "The cycle did not end.",
            CycleOutcome.Published => $"The dossier is published on {At(report.EndedAt)}.",
            { } other =>
                $"The cycle ends without a dossier ({E(other.ToString())}) on {At(report.EndedAt)}.",
        };
        var failures = string.Concat(
            report.Failures.Select(failure => $"<p class=\"bad\">Failed: {E(failure)}</p>\n")
        );
        return $"""
            <section aria-labelledby="outcome">
            <h2 id="outcome">Outcome</h2>
            <p class="lead">{outcome}</p>
            {failures}<dl class="figures">
            {Figure("assignments", report.Assignments)}{Figure("on time", report.OnTime)}{Figure(
                "late",
                report.Late
            )}{Figure("missing", report.Missing)}{Figure("mails", report.Mails)}{Figure(
                "approval rounds",
                report.Rounds
            )}</dl>
            <dl class="facts">
            {string.Concat(
                report.DossierReady.Select(
                    (at, i) => Fact($"Dossier ready, round {N(i + 1)}", At(at))
                )
            )}{Fact(
                "Approval ends at the earliest, if the quorum answers at once",
                At(report.Approval.Earliest)
            )}{string.Concat(report.Approval.Latest.Select((at, i) => Fact(Latest(i), At(at))))}{(
                report.Approval.Rehearsed is { } end
                    ? Fact("Approval ended in this rehearsal", At(end))
                    : ""
            )}</dl>
            </section>
            """;
    }

    public static string Warnings(RehearsalReport report)
    {
        var items = string.Concat(
            report.Warnings.Select(warning =>
                $"""
                    <li><p><strong>{E(warning.Message.En)}</strong> {E(warning.Remedy.En)} <code>{E(
                        warning.Path
                    )}</code> <code>{E(warning.Code)}</code></p>
                    <p lang="vi">{E(warning.Message.Vi)} {E(warning.Remedy.Vi)}</p>
                    <p lang="hi">{E(warning.Message.Hi)} {E(warning.Remedy.Hi)}</p></li>

                    """
            )
        );
        return $"""
            <section aria-labelledby="warnings">
            <h2 id="warnings">Warnings about the plan</h2>
            {(
                report.Warnings.Count == 0
                    ? "<p>None.</p>"
                    : $"<ol class=\"warnings\">\n{items}</ol>"
            )}
            </section>
            """;
    }

    private static string Latest(int changes) =>
        changes switch
        {
            0 => "At the latest, if nobody asks for changes",
            1 => "At the latest, if changes are asked for once",
            _ => $"At the latest, if changes are asked for {N(changes)} times",
        };

    private static string Figure(string name, int count) =>
        $"<div><dt>{name}</dt><dd>{N(count)}</dd></div>\n";

    private static string Fact(string name, string value) => $"<dt>{name}</dt><dd>{value}</dd>\n";
}
