using System.Globalization;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Approving;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Nobody believes that an answer counts which does not.</summary>
internal sealed class WhoAnsweredIsTold : IInvariant
{
    public string Sentence =>
        "Whoever had answered in a round that became void is told, once it goes on; and nobody else is.";

    public bool HasCase(Evidence evidence) => Answered(evidence).Any();

    public IEnumerable<string> Broken(Evidence evidence)
    {
        var answered = Answered(evidence).ToHashSet();
        var told = evidence
            .Mails.Where(mail => mail.Kind == nameof(RoundVoidedLetter))
            .Select(mail =>
                (Round: int.Parse(mail.Subject, CultureInfo.InvariantCulture), mail.Person)
            )
            .ToHashSet();
        foreach (var (round, person) in answered.Except(told))
        {
            // A process tells them before it compiles the next.
            if (evidence.Of<CycleEvent.DossierCompiled>().Any(next => next.Round > round))
            {
                yield return $"{person} was not told that round {round} is void";
            }
        }
        // What operations recorded of a session is somebody's answer too.
        var inSession = evidence
            .Of<CycleEvent.MeetingRecorded>()
            .Select(meeting => meeting.Round)
            .ToHashSet();
        foreach (
            var (round, person) in told.Except(answered)
                .Where(one => !inSession.Contains(one.Round))
        )
        {
            yield return $"{person} was told that round {round} is void, and had not answered";
        }
    }

    private static IEnumerable<(int Round, string Voter)> Answered(Evidence evidence) =>
        evidence
            .Of<CycleEvent.RoundVoided>()
            .SelectMany(voided =>
                evidence
                    .Of<CycleEvent.Decided>()
                    .Where(decision => decision.Round == voided.Round)
                    .Select(decision => (voided.Round, decision.Voter))
            );
}
