using ProgramReview.Core.Events;

namespace ProgramReview.Core.Requesting;

/// <summary>How far an outage's process has come.</summary>
/// <param name="Steps">How many steps are behind it.</param>
/// <param name="Moved">How many deadlines have moved.</param>
/// <param name="Stayed">How many have not, and why.</param>
public sealed record OutageProgress(int Steps, int Moved, IReadOnlyList<OutageStays> Stayed)
{
    /// <summary>Nothing has been looked at yet.</summary>
    public static readonly OutageProgress Start = new(0, 0, []);

    /// <summary>After one more step.</summary>
    /// <param name="moved">How many deadlines it moved.</param>
    /// <param name="stayed">How many it did not, and why.</param>
    public OutageProgress With(int moved, IReadOnlyList<OutageStays> stayed) =>
        new(
            Steps + 1,
            Moved + moved,
            [
                .. Stayed
                    .Concat(stayed)
                    .GroupBy(one => one.Why)
                    .OrderBy(group => group.Key)
                    .Select(group => new OutageStays(group.Key, group.Sum(one => one.Count))),
            ]
        );
}
