using System.Globalization;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Publishing;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Nobody goes by a dossier of which there is a newer edition without having been told.</summary>
internal sealed class WhoGotTheFirstIsTold : IInvariant
{
    public string Sentence =>
        "Everybody who took part is told of each publication, in a letter of their own; and of nothing that was not published.";

    public bool HasCase(Evidence evidence) => evidence.Of<CycleEvent.Published>().Skip(1).Any();

    public IEnumerable<string> Broken(Evidence evidence)
    {
        var editions = new List<int>();
        var opened = 1;
        foreach (var line in evidence.Cycle)
        {
            opened = line.Event is CycleEvent.EditionOpened edition ? edition.Number : opened;
            if (line.Event is CycleEvent.Published)
            {
                editions.Add(opened);
            }
        }
        foreach (var number in editions)
        {
            var told = evidence
                .Mails.Where(mail =>
                    mail.Id.Contains($"~{OccasionOf(number)}~", StringComparison.Ordinal)
                )
                .Select(mail => mail.Person)
                .ToHashSet(StringComparer.Ordinal);
            foreach (
                var holders in Holders(evidence).Where(holders => !holders.Exists(told.Contains))
            )
            {
                if (evidence.Oracle.EndedAt is not null)
                {
                    yield return $"{string.Join(" or ", holders)} was not told of edition {number}";
                }
            }
        }
        foreach (var mail in evidence.Mails)
        {
            if (
                mail.Kind is nameof(PublishedLetter) or nameof(EditionLetter)
                && !editions.Exists(number =>
                    mail.Id.Contains($"~{OccasionOf(number)}~", StringComparison.Ordinal)
                )
            )
            {
                yield return $"{mail.Id} tells of what was not published";
            }
        }
    }

    private static string OccasionOf(int edition) =>
        edition == 1
            ? "published"
            : string.Create(CultureInfo.InvariantCulture, $"edition-{edition}");

    // Whoever took part, or those to whom their duty passed.
    private static IEnumerable<List<string>> Holders(Evidence evidence) =>
        evidence
            .Plan.Plan.Approval.Approvers.Append(evidence.Plan.Plan.Operations)
            .Select(person => new List<string> { person.Id })
            .Concat(
                from body in evidence.Plan.Assignments.Select(id => id.Body).Distinct()
                from contact in evidence.Plan.Body(body).Contacts
                select evidence
                    .Of<CycleEvent.DutyPassed>()
                    .Where(passed => passed.Body == body)
                    .Aggregate(
                        new List<string> { contact.Id },
                        (holders, passed) =>
                            holders.Contains(passed.From) ? [.. holders, passed.To] : holders
                    )
            );
}
