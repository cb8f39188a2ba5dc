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
                .Handovers.Select(handover => handover.Event.To)
                .Where(person => Refuse(cycle, person) is null);

        private static Refusal? Refuse(CycleState cycle, string person) =>
            cycle
                .Handovers.Select(handover => handover.Event)
                .FirstOrDefault(passed => passed.To == person) switch
            {
                null => Refusal.Conflict("contact-not-kept"),
                _ when cycle.Erasures.TryGetValue(person, out var erased) => Refusal.Conflict(
                    "already-erased",
                    by: erased.By
                ),
                { Body: var body }
                    when cycle.End is null && cycle.HolderNow(body, person) == person =>
                    Refusal.Conflict("contact-needed"),
                _ => null,
            };
    }
}
