using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>Erase name and address of a contact whom a handover names.</summary>
    /// <param name="Person">The contact's person id.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">Why.</param>
    public sealed record EraseContact(string Person, string By, string Reason) : Command(By, Reason)
    {
        internal static readonly CommandDefinition Definition = new(
            "erase-contact",
            CommandScope.Cycle
        )
        {
            Fields =
            [
                new("target", CommandFieldKind.Choice)
                {
                    Label = "contact.erased",
                    Options = scene =>
                        Erasable(scene.Cycle)
                            .Select(person => new CommandOption(
                                person,
                                scene.Plan!.FindPerson(person)!
                            )),
                },
            ],
            Fits = scene => Erasable(scene.Cycle).Any(),
            Read = (values, _) => new EraseContact(values.Text("target"), values.By, values.Reason),
        };

        /// <summary>Why the contact cannot be erased, or null. Not while mails must reach them; after the cycle anybody may be forgotten.</summary>
        public Refusal? Refuse(CycleState cycle) =>
            CommandRules.RefuseReason(Reason) ?? Refuse(cycle, Person);

        /// <summary>The contacts that could be erased now, by person id.</summary>
        public static IEnumerable<string> Erasable(CycleState cycle) =>
            cycle
                .NamedContacts.Select(contact => contact.Person)
                .Where(person => Refuse(cycle, person) is null);

        private static Refusal? Refuse(CycleState cycle, string person) =>
            cycle.NamedContacts.All(contact => contact.Person != person)
                ? Refusal.Conflict("contact-not-kept")
            : cycle.Erasures.TryGetValue(person, out var erased)
                ? Refusal.Conflict("already-erased", by: erased.By)
            : cycle.End is null && IsNeeded(cycle, person) ? Refusal.Conflict("contact-needed")
            : null;

        private static bool IsNeeded(CycleState cycle, string person) =>
            cycle.Handovers.Any(handover =>
                handover.Event.To == person
                && cycle.HolderNow(handover.Event.Body, person) == person
            )
            || cycle.Deputies.Contains(person)
            || cycle
                .SeatOrders.Select(order => order.Event)
                .OfType<CycleEvent.SeatPassed>()
                .Any(passed =>
                    passed.To == person && Seats.HolderOf(cycle.SeatOrders, passed.Seat) == person
                );
    }
}
