using System.Globalization;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>Confirm what another operator did for seats of approvers.</summary>
    /// <param name="Order">The entry that says what.</param>
    /// <param name="Account">Who is signed in; not who did it.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">How they know that it is so.</param>
    public sealed record ConfirmSeats(long Order, string Account, string By, string Reason)
        : Command(By, Reason)
    {
        internal static readonly CommandDefinition Definition = new(
            "confirm-seats",
            CommandScope.Cycle
        )
        {
            Fields =
            [
                new("target", CommandFieldKind.Choice)
                {
                    Label = "seats",
                    Options = scene =>
                        ObjectionRules
                            .Unconfirmed(scene.Cycle)
                            .Select(order => new CommandOption(
                                order.Sequence.ToString(CultureInfo.InvariantCulture),
                                order
                            )),
                },
            ],
            Fits = scene => ObjectionRules.Unconfirmed(scene.Cycle).Any(),
            Read = (values, _) =>
                new ConfirmSeats(
                    long.TryParse(
                        values.Text("target"),
                        CultureInfo.InvariantCulture,
                        out var order
                    )
                        ? order
                        : 0,
                    values.Account,
                    values.By,
                    values.Reason
                ),
        };

        /// <summary>What is to be written.</summary>
        public CycleEvent.SeatsConfirmed Event => new(Order, Account, By, Reason);

        /// <summary>Why it cannot be confirmed, or null.</summary>
        public Refusal? Refuse(CycleState cycle) =>
            CommandRules.RefuseReason(Reason) ?? ObjectionRules.Refuse(cycle, Event);
    }
}
