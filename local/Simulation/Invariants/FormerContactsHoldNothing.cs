using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Whoever left has nothing in their hands any more, and the record does not say who came.</summary>
internal sealed class FormerContactsHoldNothing : IInvariant
{
    public string Sentence =>
        "After a duty passed on no mail with a personal link goes to the former contact, no old link opens anything, and the record holds neither name nor address of the new one.";

    public bool HasCase(Evidence evidence) => evidence.Of<CycleEvent.DutyPassed>().Any();

    public IEnumerable<string> Broken(Evidence evidence)
    {
        var rows = evidence.Mails.ToDictionary(mail => mail.Id, StringComparer.Ordinal);
        foreach (var line in evidence.Cycle.Where(line => line.Event is CycleEvent.DutyPassed))
        {
            var passed = (CycleEvent.DutyPassed)line.Event;
            var at = evidence.Oracle.Entries[(line.Entry.Stream, line.Entry.Sequence)];
            foreach (
                var sending in evidence.Oracle.Sendings.Where(sending =>
                    sending.Link is not null
                    && sending.Began > at
                    && sending.Person == passed.From
                    && IsAbout(rows[sending.Id].Subject, passed.Body)
                )
            )
            {
                yield return $"{passed.From} got {sending.Id} after the duty had passed to {passed.To}";
            }
            foreach (
                var opening in evidence.Oracle.Openings.Where(opening =>
                    opening.Began > at
                    && opening.Person == passed.From
                    && opening.Assignment.Body == passed.Body
                )
            )
            {
                yield return $"{passed.From} opened {opening.Assignment} after the duty had passed to {passed.To}";
            }
        }
        foreach (
            var entry in evidence
                .Streams.SelectMany(stream => stream)
                .Where(entry => entry.Body.Contains("@small.example", StringComparison.Ordinal))
        )
        {
            yield return $"entry {entry.Sequence} of {entry.Stream} holds an address";
        }
    }

    private static bool IsAbout(string subject, string body) =>
        AssignmentId.TryParse(subject, null, out var about) && about.Body == body;
}
