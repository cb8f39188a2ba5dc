namespace ProgramReview.Core.Planning;

/// <summary>Who approves the dossier, and what makes a round end.</summary>
public sealed record ApprovalPlan
{
    /// <summary>The members asked, by role; distinct ids.</summary>
    public required IReadOnlyList<Person> Approvers { get; init; }

    /// <summary>How many distinct approvals approve the dossier; 1 to the number of approvers.</summary>
    public required int Quorum { get; init; }

    /// <summary>How many distinct rejections end the cycle; 1 to the number of approvers.</summary>
    public required int Rejections { get; init; }

    /// <summary>How long a round stays open after its first mail; then it expires and a person decides what next.</summary>
    public required TimeSpan Closes { get; init; }

    /// <summary>When approvers who have not decided are reminded, as time after the round opened; ascending.</summary>
    public required IReadOnlyList<TimeSpan> Reminders { get; init; }

    /// <summary>How long a body has for a correction that approvers asked for: from then on it is late.</summary>
    public required TimeSpan CorrectionDue { get; init; }

    /// <summary>From this long after reopening on a correction is refused; at least <see cref="CorrectionDue"/>.</summary>
    public required TimeSpan CorrectionCloses { get; init; }
}
