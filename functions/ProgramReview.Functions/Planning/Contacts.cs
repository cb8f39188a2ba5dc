using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning;

/// <summary>Says who answers for each body now: whom the plan names, or whoever the duty passed to since.</summary>
public sealed class Contacts(IContactStore contacts)
{
    /// <summary>The plan with whoever answers for each body now in the place of whom it was started with.</summary>
    /// <param name="plan">The plan the cycle was started with.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="state">What its events add up to.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<PlanLookup> InForceAsync(
        PlanLookup plan,
        CycleId cycle,
        CycleState state,
        CancellationToken cancellation
    )
    {
        if (!state.NamedContacts.Any())
        {
            return plan;
        }
        var kept = (await contacts.ListAsync(cycle, cancellation)).ToDictionary(contact =>
            contact.Key
        );
        var named = state.NamedContacts.ToDictionary(
            contact => contact.Person,
            contact => PersonOf(contact, kept.GetValueOrDefault(contact.Key))
        );
        return plan.With(
            state.Handovers.Select(handover => new Successor(
                handover.Event.Body,
                handover.Event.From,
                named[handover.Event.To]
            )),
            named.Values.Where(person =>
                state.Handovers.All(handover => handover.Event.To != person.Id)
            )
        );
    }

    // Whoever was erased, and whoever is not who the record means, has no name and no address: nothing is mailed to them.
    private static Person PersonOf(NamedContact named, KeptContact? kept) =>
        kept?.Hash == named.Hash
            ? kept.ToPerson(named.Person)
            : new Person(
                named.Person,
                new LocalizedText(named.Person, named.Person, named.Person),
                Email: "",
                Language.Vi
            );
}
