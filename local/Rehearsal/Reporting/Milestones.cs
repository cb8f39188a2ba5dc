using ProgramReview.Core.Events;

namespace ProgramReview.Local.Rehearsal.Reporting;

/// <summary>The cycle's own events as items of the timeline.</summary>
internal static class Milestones
{
    public const string DossierCompiled = "dossier compiled";
    public const string RoundEnded = "round ended";

    public static TimelineItem Of(Entry entry)
    {
        var (kind, outcome) = entry.Event switch
        {
            CycleEvent.Started @event => ("cycle started", $"plan version {@event.PlanVersion}"),
            CycleEvent.DossierCompiled @event => (
                DossierCompiled,
                $"round {@event.Round}, {@event.DossierHash[..12]}"
            ),
            CycleEvent.RoundOpened @event => (
                "round opened",
                $"round {@event.Round}, closes {@event.Closes}"
            ),
            CycleEvent.StageOpened @event => (
                "stage opened",
                $"round {@event.Round}, stage {@event.Stage}, closes {@event.Closes}"
            ),
            CycleEvent.RoundExtended @event => (
                "round extended",
                $"round {@event.Round}, closes {@event.Closes}"
            ),
            CycleEvent.Decided @event => (
                "decided",
                $"round {@event.Round}, {@event.Approver}: {Words.Of(@event.Verdict)}"
            ),
            CycleEvent.RoundEnded @event => (RoundEnded, $"round {@event.Round}: {@event.Outcome}"),
            CycleEvent.NextStepChosen @event => (
                "next step chosen",
                $"{@event.Step} by {@event.By}"
            ),
            CycleEvent.ProcessFailed @event => (
                "process failed",
                $"{@event.Instance}: {@event.Message}"
            ),
            CycleEvent.Published @event => ("published", @event.DossierHash[..12]),
            CycleEvent.Anchored @event => (
                "chains anchored",
                $"{@event.Cause} {@event.Day:yyyy-MM-dd}, {@event.Streams} chains, {@event.Root[..12]}"
            ),
            CycleEvent.Corrected @event => (
                "entry corrected",
                $"entry {@event.Sequence} by {@event.By}"
            ),
            CycleEvent.Ended @event => ("cycle ended", @event.Outcome.ToString()),
            var @event => (Words.Of(@event), ""),
        };
        return new TimelineItem(entry.RecordedAt, kind, entry.Stream.Value, "", outcome);
    }
}
