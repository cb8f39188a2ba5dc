namespace ProgramReview.Core.Events;

/// <summary>Somebody who may answer for a seat in one round.</summary>
/// <param name="Seat">The approver's person id.</param>
/// <param name="Person">The deputy's person id.</param>
/// <param name="By">Who named them; null if the plan had them asked.</param>
/// <param name="At">Since when.</param>
public sealed record Deputy(string Seat, string Person, string? By, DateTimeOffset At)
{
    /// <summary>Where somebody is kept whom the plan does not list; null of one whom it lists.</summary>
    public NamedContact? Contact { get; init; }

    /// <summary>Whether that was taken back.</summary>
    public bool IsRevoked { get; init; }
}
