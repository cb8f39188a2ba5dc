using System.Text.Json.Serialization;

namespace ProgramReview.Core.Planning;

/// <summary>Who approves the dossier, and what makes a round end.</summary>
public sealed record ApprovalPlan
{
    /// <summary>The members asked, by role; distinct ids.</summary>
    public required IReadOnlyList<Person> Approvers { get; init; }

    /// <summary>How many distinct approvals approve the dossier.</summary>
    public required Threshold Quorum { get; init; }

    /// <summary>How many distinct rejections end the cycle.</summary>
    public required Threshold Rejections { get; init; }

    /// <summary>Approvers without whose approval nothing is approved; null if nobody is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Required { get; init; }

    /// <summary>Who is asked after whom; null if all are asked at once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ApprovalStage>? Stages { get; init; }

    /// <summary>The approver whose answer decides where as many approved as rejected and nobody else will answer; null if nobody's does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Casting { get; init; }

    /// <summary>What a request for changes does; null for <see cref="ChangesAsked.End"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChangesAsked? Changes { get; init; }

    /// <summary>What becomes of a round that closes undecided; null for <see cref="UndecidedRound.Ask"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UndecidedRound? OnTimeout { get; init; }

    /// <summary>Whether who abstains is among the members that shares are taken of; null for true.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AbstentionsCount { get; init; }

    /// <summary>Whether who sent the consolidated report that counts may decide about it; null for true.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? SelfApproval { get; init; }

    /// <summary>Who may answer in the place of an approver who is away; null if nobody may.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SeatDeputies>? Deputies { get; init; }

    /// <summary>Whom an approver may name as a deputy; null for <see cref="Planning.DeputyChoice.Listed"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DeputyChoice? DeputyChoice { get; init; }

    /// <summary>After this long without an answer an approver's first free deputy is asked; null if nobody is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimeSpan? EscalateAfter { get; init; }

    /// <summary>For so many hours everybody concerned may object to what operations did for a seat; null for <see cref="LeastObjectionHours"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ObjectionHours { get; init; }

    /// <summary>What an approver shows beside the link; null for <see cref="Planning.SecondStep.None"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SecondStep? SecondStep { get; init; }

    /// <summary>How long a stage of a round stays open after its first mail; then it expires and the plan or a person decides what next.</summary>
    public required TimeSpan Closes { get; init; }

    /// <summary>When approvers who have not decided are reminded, as time after they were asked; ascending.</summary>
    public required IReadOnlyList<TimeSpan> Reminders { get; init; }

    /// <summary>How long a body has for a correction that approvers asked for: from then on it is late.</summary>
    public required TimeSpan CorrectionDue { get; init; }

    /// <summary>From this long after reopening on a correction is refused; at least <see cref="CorrectionDue"/>.</summary>
    public required TimeSpan CorrectionCloses { get; init; }

    /// <summary>The fewest hours in which people can object.</summary>
    public const int LeastObjectionHours = 24;

    /// <summary>The people whom the plan lists as deputies of an approver, in the order in which they are asked.</summary>
    public IReadOnlyList<Person> DeputiesOf(string seat) =>
        Deputies?.FirstOrDefault(one => one.Seat == seat)?.People ?? [];

    /// <summary>The stages in order, each with all that holds of it; one of all approvers where the plan names none.</summary>
    public IReadOnlyList<ApprovalStage> InStages() =>
        [
            .. (Stages ?? [new ApprovalStage([.. Approvers.Select(person => person.Id)])]).Select(
                stage =>
                    stage with
                    {
                        Quorum = stage.Quorum ?? Quorum,
                        Rejections = stage.Rejections ?? Rejections,
                    }
            ),
        ];

    /// <summary>The longest that a round can stay open.</summary>
    public TimeSpan Longest() =>
        Closes * (InStages().Count + (OnTimeout == UndecidedRound.Extend ? 1 : 0));
}
