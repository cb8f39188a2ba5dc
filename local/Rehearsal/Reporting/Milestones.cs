using ProgramReview.Core.Audit;

namespace ProgramReview.Local.Rehearsal.Reporting;

/// <summary>The cycle's own facts as items of the timeline.</summary>
internal static class Milestones
{
    public const string DossierCompiled = "dossier compiled";
    public const string RoundEnded = "round ended";

    public static TimelineItem Of(Entry entry)
    {
        var (kind, outcome) = entry.Fact switch
        {
            CycleFact.Started fact => ("cycle started", $"plan version {fact.PlanVersion}"),
            CycleFact.DossierCompiled fact => (
                DossierCompiled,
                $"round {fact.Round}, {fact.DossierHash[..12]}"
            ),
            CycleFact.RoundOpened fact => (
                "round opened",
                $"round {fact.Round}, closes {fact.Closes}"
            ),
            CycleFact.Decided fact => (
                "decided",
                $"round {fact.Round}, {fact.Approver}: {Words.Of(fact.Verdict)}"
            ),
            CycleFact.RoundEnded fact => (RoundEnded, $"round {fact.Round}: {fact.Outcome}"),
            CycleFact.NextStepChosen fact => ("next step chosen", $"{fact.Step} by {fact.By}"),
            CycleFact.ProcessFailed fact => ("process failed", $"{fact.Instance}: {fact.Message}"),
            CycleFact.Published fact => ("published", fact.DossierHash[..12]),
            CycleFact.Anchored fact => (
                "chains anchored",
                $"{fact.Cause} {fact.Day:yyyy-MM-dd}, {fact.Streams} chains, {fact.Root[..12]}"
            ),
            CycleFact.Corrected fact => ("entry corrected", $"entry {fact.Sequence} by {fact.By}"),
            CycleFact.Ended fact => ("cycle ended", fact.Outcome.ToString()),
            var fact => (Words.Of(fact), ""),
        };
        return new TimelineItem(entry.RecordedAt, kind, entry.Stream.Value, "", outcome);
    }
}
