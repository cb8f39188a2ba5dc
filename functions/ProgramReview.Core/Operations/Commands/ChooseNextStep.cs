using System.Globalization;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>Choose what comes after an expired round; the first choice stands.</summary>
    /// <param name="AfterRound">The round that expired.</param>
    /// <param name="Step">What comes next, or null if none of the choices was sent.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">Why.</param>
    public sealed record ChooseNextStep(int AfterRound, NextStep? Step, string By, string Reason)
        : Command(By, Reason)
    {
        internal static readonly CommandDefinition Definition = new("next-step", CommandScope.Cycle)
        {
            Fields =
            [
                new("step", CommandFieldKind.Choice)
                {
                    Options = _ =>
                        Enum.GetValues<NextStep>()
                            .Select(step => new CommandOption(step.ToString(), step)),
                },
                new("afterRound", CommandFieldKind.Hidden)
                {
                    Preset = scene =>
                        scene.Cycle.CurrentRound?.Number.ToString(CultureInfo.InvariantCulture)
                        ?? "",
                },
            ],
            Fits = scene => IsAwaited(scene.Cycle),
            Read = (values, _) =>
                new ChooseNextStep(
                    int.TryParse(values.Text("afterRound"), out var round) ? round : 0,
                    Enum.TryParse<NextStep>(values.Text("step"), ignoreCase: true, out var step)
                    && Enum.IsDefined(step)
                        ? step
                        : null,
                    values.By,
                    values.Reason
                ),
        };

        /// <summary>Whether the cycle stands still until a person chooses.</summary>
        public static bool IsAwaited(CycleState cycle) =>
            cycle is { End: null, CurrentRound: { Outcome: RoundOutcome.Expired } round }
            && !cycle.Choices.ContainsKey(round.Number);

        /// <summary>Why it cannot be chosen, or null.</summary>
        public Refusal? Refuse(CycleState cycle) =>
            CommandRules.RefuseReason(Reason)
            ?? (
                Step is null ? Refusal.Unfit("field-missing", "step")
                : cycle.Choices.TryGetValue(AfterRound, out var chosen)
                    ? Refusal.Conflict("step-chosen", by: chosen.By)
                : IsAwaited(cycle) && cycle.CurrentRound!.Number == AfterRound ? null
                : Refusal.Conflict("round-not-expired")
            );
    }
}
