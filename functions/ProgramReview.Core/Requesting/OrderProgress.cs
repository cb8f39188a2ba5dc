using ProgramReview.Core.Events;

namespace ProgramReview.Core.Requesting;

/// <summary>How far the process of an order over many assignments has come.</summary>
/// <param name="Steps">How many steps are behind it.</param>
/// <param name="Place">Where the next one begins; what that counts is the order's own.</param>
/// <param name="Done">How many deadlines have moved, or letters gone out.</param>
/// <param name="Stayed">How many deadlines have not, and why.</param>
public sealed record OrderProgress(
    int Steps,
    int Place,
    int Done,
    IReadOnlyList<OutageStays> Stayed
)
{
    /// <summary>Nothing has been looked at yet.</summary>
    public static readonly OrderProgress Start = new(0, 0, 0, []);

    /// <summary>After one more step.</summary>
    /// <param name="place">Where the next one begins.</param>
    /// <param name="done">How much it did.</param>
    /// <param name="stayed">How many deadlines it did not move, and why.</param>
    public OrderProgress With(int place, int done, IReadOnlyList<OutageStays> stayed) =>
        new(
            Steps + 1,
            place,
            Done + done,
            [
                .. Stayed
                    .Concat(stayed)
                    .GroupBy(one => one.Why)
                    .OrderBy(group => group.Key)
                    .Select(group => new OutageStays(group.Key, group.Sum(one => one.Count))),
            ]
        );
}
