namespace ProgramReview.Core.Planning;

/// <summary>Who may answer in the place of one approver.</summary>
/// <param name="Seat">The approver's person id.</param>
/// <param name="People">The deputies, in the order in which they are asked.</param>
public sealed record SeatDeputies(string Seat, IReadOnlyList<Person> People);
