using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading;

/// <summary>Writes down active content in bounds: what a person looks at, not all that a hostile file repeats.</summary>
internal static class Active
{
    private const int MostLetters = 100;
    private const int Most = 100;

    /// <summary>One of them.</summary>
    public static ActiveContent Of(ActiveContentKind kind, string place) =>
        new(kind, place[..Math.Min(place.Length, MostLetters)]);

    /// <summary>Each once, in the order of finding.</summary>
    public static IReadOnlyList<ActiveContent> Listed(IEnumerable<ActiveContent> found) =>
        [.. found.Distinct().Take(Most)];
}
