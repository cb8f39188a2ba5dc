using System.Globalization;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Requesting;

/// <summary>Mails a fresh link for an old one or for a lost one: only to the address registered for it, and not over and over.</summary>
public sealed class FreshLinks(
    LinkGate gate,
    Cycles cycles,
    IEventStore record,
    MailDispatcher mails,
    TimeProvider clock
)
{
    // Whoever answers for more asks operations; nobody gets a hundred letters because somebody typed an address.
    private const int MostLetters = 20;

    /// <summary>
    /// Sends one if the token was ever genuine and not taken back, at most once an hour; does nothing otherwise, and never says which.
    /// </summary>
    public async Task SendAsync(string token, CancellationToken cancellation)
    {
        if (
            await gate.FindAsync(token, cancellation) is not { Revoked: false } link
            || await gate.ReadAsync(link, cancellation) is not { HasPassedOn: false } held
        )
        {
            return;
        }
        await mails.DispatchAsync(
            Letter(held.Cycle, link.Purpose, link.Person, link.Subject, "fresh", "yyyyMMddHH"),
            cancellation
        );
    }

    /// <summary>
    /// Sends one for everything that an address is asked for now, at most once a day; does nothing if it is registered nowhere, and never
    /// says which.
    /// </summary>
    /// <exception cref="AggregateException">Some could not be sent; they wait in the outbox.</exception>
    public async Task SendToAsync(string address, CancellationToken cancellation)
    {
        var letters = new List<MailRequest>();
        foreach (var cycle in await cycles.ListRunningAsync(cancellation))
        {
            letters.AddRange(Decisions(cycle, address));
            await foreach (var (person, assignment) in ReportsAsync(cycle, address, cancellation))
            {
                letters.Add(
                    Letter(
                        cycle,
                        LinkPurpose.Upload,
                        person,
                        assignment.ToString(),
                        "asked",
                        "yyyyMMdd"
                    )
                );
            }
        }
        await mails.DispatchAllAsync(letters.Take(MostLetters), cancellation);
    }

    private IEnumerable<MailRequest> Decisions(RunningCycle cycle, string address) =>
        cycle.State.CurrentRound is { Outcome: null } round
            ? cycle
                .Plan.Plan.Approval.Approvers.SelectMany(seat => Seats.VotersOf(round, seat.Id))
                .Where(person => cycle.Plan.FindPerson(person) is { } voter && IsAt(voter, address))
                .Select(person =>
                    Letter(
                        cycle,
                        LinkPurpose.Decide,
                        person,
                        round.Number.ToString(CultureInfo.InvariantCulture),
                        "asked",
                        "yyyyMMdd"
                    )
                )
            : [];

    private async IAsyncEnumerable<(string Person, AssignmentId Assignment)> ReportsAsync(
        RunningCycle cycle,
        string address,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var owed = cycle
            .Plan.Assignments.SelectMany(assignment =>
                cycle
                    .Plan.Body(assignment.Body)
                    .Contacts.Where(contact => IsAt(contact, address))
                    .Select(contact => (contact.Id, assignment))
            )
            .Take(MostLetters);
        foreach (var (person, assignment) in owed)
        {
            var stream = await record.ReadAsync(assignment.Stream, cancellation);
            if (stream.Assignment.Current is not null)
            {
                yield return (person, assignment);
            }
        }
    }

    private static bool IsAt(Person person, string address) =>
        person.Email.Length > 0
        && string.Equals(person.Email, address, StringComparison.OrdinalIgnoreCase);

    // The same request in the same span of time is the same mail, and goes out once.
    private MailRequest Letter(
        RunningCycle cycle,
        LinkPurpose purpose,
        string person,
        string subject,
        string why,
        string span
    )
    {
        var now = clock.GetUtcNow();
        var when = now.UtcDateTime.ToString(span, CultureInfo.InvariantCulture);
        return new MailRequest(
            cycle.Ref,
            nameof(FreshLinkLetter),
            person,
            subject,
            $"{cycle.Ref.Cycle}-{why}-{when}"
        )
        {
            Link = purpose,
            LinkExpires = now + LinkLife.Fresh,
        };
    }
}
