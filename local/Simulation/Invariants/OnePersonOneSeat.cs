using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Approving;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Whoever stands in for somebody does so for one, and with their knowledge.</summary>
internal sealed class OnePersonOneSeat : IInvariant
{
    public string Sentence =>
        "Nobody has two seats: a deputy is one whom the plan lists for the seat, stands in for it alone, was named by its holder or asked since nobody had answered for as long as the plan says; the deputy, the holder and operations are told.";

    public bool HasCase(Evidence evidence) => evidence.Oracle.Deputings.Count > 0;

    public IEnumerable<string> Broken(Evidence evidence)
    {
        var approval = evidence.Plan.Plan.Approval;
        var book = new SeatBook();
        var answered = new HashSet<string>();
        var asked = DateTimeOffset.MinValue;
        foreach (var line in evidence.Cycle)
        {
            switch (line.Event)
            {
                case CycleEvent.RoundOpened:
                    answered.Clear();
                    asked = line.Entry.RecordedAt;
                    break;
                case CycleEvent.StageOpened:
                    asked = line.Entry.RecordedAt;
                    break;
                case CycleEvent.Decided decided:
                    answered.Add(decided.Approver);
                    break;
                case CycleEvent.DeputyNamed named:
                    foreach (var fault in Faults(named, line))
                    {
                        yield return $"{named.Person} stands in for {named.Seat} in round {named.Round} though {fault}";
                    }
                    break;
                case CycleEvent.DeputyRevoked revoked
                    when book.Holder(revoked.Seat) != revoked.By
                        || !evidence.Oracle.Deputings.Contains(revoked):
                    yield return $"{revoked.By} took {revoked.Person} back without a right to";
                    break;
            }
            book.Take(line);
        }

        IEnumerable<string> Faults(CycleEvent.DeputyNamed named, Evidence.Line line)
        {
            if (
                named.ContactHash is not null
                    ? approval.DeputyChoice != DeputyChoice.Anyone || named.By is null
                    : approval.DeputiesOf(named.Seat).All(person => person.Id != named.Person)
            )
            {
                yield return "the plan does not list them";
            }
            if (
                approval
                    .Approvers.Select(person => person.Id)
                    .FirstOrDefault(seat =>
                        seat != named.Seat && book.Deputy(named.Round, seat) == named.Person
                    ) is
                { } other
            )
            {
                yield return $"they stand in for {other}";
            }
            if (
                named.By is { } by
                    ? book.Holder(named.Seat) != by || !evidence.Oracle.Deputings.Contains(named)
                    : line.Entry.RecordedAt < asked + approval.EscalateAfter
                        || answered.Contains(named.Seat)
            )
            {
                yield return "nobody entitled to named them, and it was not time to ask them";
            }
            if (
                evidence.Of<CycleEvent.RoundEnded>().Any(ended => ended.Round == named.Round)
                && new[] { named.Person, evidence.Plan.Plan.Operations.Id }.FirstOrDefault(person =>
                    !evidence.Mails.Any(mail =>
                        mail.Kind
                            is nameof(DeputyNamedLetter)
                                or nameof(DeputyRequestLetter)
                                or nameof(DeputyRevokedLetter)
                        && mail.Person == person
                        && mail.Arguments["round"] == $"{named.Round}"
                        && mail.Arguments["deputy"] == named.Person
                    )
                )
                    is { } untold
            )
            {
                yield return $"{untold} was not told";
            }
        }
    }
}
