using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.People;

/// <summary>Plays the operators: an expired round is opened again a few times, then the cycle is ended.</summary>
internal sealed class Operators(PlanLookup plan, OperatorHabits habits)
{
    public IReadOnlyList<Act> AnswerExpiry(ReceivedMail mail, int round, DateTimeOffset now) =>
        [
            new Act.ChooseNextStep(
                now + habits.ChoosesAfter,
                mail,
                plan.Plan.Cycle,
                round,
                round <= habits.OpensAgain ? NextStep.AskAgain : NextStep.End
            ),
        ];
}
