using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>Send again every letter of the cycle that the mail provider refused.</summary>
    /// <param name="By">The person.</param>
    /// <param name="Reason">What was mended.</param>
    public sealed record Resend(string By, string Reason) : Command(By, Reason)
    {
        /// <summary>What the command is called in addresses and texts.</summary>
        public const string Name = "resend";

        internal static readonly CommandDefinition Definition = new(Name, CommandScope.Cycle)
        {
            Fits = scene => scene.Cycle.Start is not null,
            Read = (values, _) => new Resend(values.By, values.Reason),
        };

        /// <summary>Why nothing can be sent again, or null. A cycle that has ended may still tell people how it ended.</summary>
        /// <param name="refused">How many letters were refused.</param>
        public Refusal? Refuse(int refused) =>
            CommandRules.RefuseReason(Reason)
            ?? (refused == 0 ? Refusal.Conflict("nothing-refused") : null);
    }
}
