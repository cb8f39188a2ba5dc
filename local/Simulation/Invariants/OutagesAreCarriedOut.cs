using ProgramReview.Core.Events;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Whoever could not send a report is given the time, whatever becomes of the process that gives it.</summary>
internal sealed class OutagesAreCarriedOut : IInvariant
{
    public string Sentence =>
        "A declared outage moves each deadline once at most, and says in the end how many it has moved and how many not.";

    public bool HasCase(Evidence evidence) => evidence.Of<CycleEvent.OutageDeclared>().Any();

    public IEnumerable<string> Broken(Evidence evidence)
    {
        var moved = evidence
            .Plan.Assignments.SelectMany(id =>
                evidence
                    .Of<AssignmentEvent.DueExtended>(id)
                    .Where(extended => extended.Outage is not null)
                    .Select(extended => (Assignment: id, Extended: extended))
            )
            .ToList();
        foreach (
            var twice in moved
                .GroupBy(one => (one.Assignment, one.Extended.Outage))
                .Where(same => same.Count() > 1)
        )
        {
            yield return $"{twice.Key.Assignment} moved {twice.Count()} times";
        }
        foreach (var (id, extended) in moved)
        {
            var hours = Math.Ceiling(extended.Outage!.Length().TotalHours);
            if (
                extended.To.Show(TimeZoneInfo.Utc) - extended.From.Show(TimeZoneInfo.Utc)
                != TimeSpan.FromHours(Math.Min(hours, 24))
            )
            {
                yield return $"{id} moved from {extended.From} to {extended.To}";
            }
        }
        foreach (var line in evidence.Cycle.Where(line => line.Event is CycleEvent.OutageDeclared))
        {
            var came = evidence
                .Of<CycleEvent.OutageApplied>()
                .SingleOrDefault(applied => applied.Declared == line.Entry.Sequence);
            if (came is null)
            {
                // The end of the cycle came first.
                if (evidence.Oracle.EndedAt is null)
                {
                    yield return $"the outage of entry {line.Entry.Sequence} was never seen to";
                }
                continue;
            }
            var window = ((CycleEvent.OutageDeclared)line.Event).Window;
            var count = moved.Count(one => one.Extended.Outage == window);
            if (
                came.Moved != count
                || came.Moved + came.Stayed.Sum(one => one.Count) != evidence.Plan.Assignments.Count
            )
            {
                yield return $"the outage of entry {line.Entry.Sequence} moved {count} deadlines and says {line.Entry.Body}";
            }
        }
    }
}
