using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <summary>
/// What a person of operations wants done. Each command is one file: its record, its <see cref="CommandDefinition"/>, and, where an
/// event of an assignment is all it comes to, its rule.
/// </summary>
/// <param name="By">The person, as it will stand in the record.</param>
/// <param name="Reason">Why; required.</param>
public abstract partial record Command(string By, string Reason)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int MaxReason = 2000;

    /// <summary>Every command, in the order of the forms.</summary>
    public static IReadOnlyList<CommandDefinition> All { get; } =
    [
        ChooseNextStep.Definition,
        Extend.Definition,
        Return.Definition,
        Admit.Definition,
        Overrule.Definition,
        Explain.Definition,
        AllowLate.Definition,
        Exempt.Definition,
        Remind.Definition,
        ReissueLinks.Definition,
        Reassign.Definition,
        ReplaceApprover.Definition,
        RecordMeeting.Definition,
        ConfirmSeats.Definition,
        IssueAccessCode.Definition,
        Record.Definition,
        Retry.Definition,
        Resend.Definition,
        EraseContact.Definition,
        DeclareOutage.Definition,
        MakeMaterial.Definition,
        Stop.Definition,
        Correct.Definition,
    ];

    /// <summary>What it comes to, once nothing about the cycle or the assignment as such stands in its way.</summary>
    internal virtual CommandOutcome Decide(CommandScene scene) =>
        throw new InvalidOperationException(
            $"{GetType().Name} is decided where it is carried out."
        );

    private protected static CommandOutcome.Refused Refuse(
        string code,
        Deadline? at = null,
        string? by = null
    ) => new(Refusal.Conflict(code, at, by));

    private protected static CommandOutcome.Refused Unfit(string code, string field) =>
        new(Refusal.Unfit(code, field));

    private protected CommandOutcome.Reopening Reopen(
        CommandScene scene,
        OpeningCause cause,
        IReadOnlyList<string> parts,
        Deadline due,
        Deadline closes,
        IReadOnlyList<ReturnItem>? items = null
    ) =>
        new(
            new CycleEvent.Reopened(
                scene.Assignment!,
                scene.State.Current!.Number + 1,
                cause,
                parts,
                scene.State.Current.DueInForce,
                scene.State.Current.Closes,
                due,
                closes,
                By,
                Reason,
                items
            )
        );
}
