namespace ProgramReview.Core.Events;

/// <summary>Versions of two parts that count, were read, and that nobody has compared although the plan has it done.</summary>
/// <param name="Submission">The first.</param>
/// <param name="Other">The second.</param>
public sealed record UncomparedPair(Submission Submission, Submission Other)
{
    /// <summary>Those of an assignment as it stands, each once.</summary>
    public static IEnumerable<UncomparedPair> Of(AssignmentState state) =>
        from one in state.Parts.Select(part => part.Counting).OfType<Submission>()
        from beside in one.Check?.Beside ?? []
        from other in new[] { state.Counting(beside) }.OfType<Submission>()
        where other.Check is { Reader: > 0 } && !AreCompared(one, other) && !AreCompared(other, one)
        // Each names the other, and once will do.
        where
            other.Check?.Beside?.Contains(one.Part) != true
            || string.CompareOrdinal(one.Part, other.Part) > 0
        select new UncomparedPair(one, other);

    private static bool AreCompared(Submission one, Submission other) =>
        one.Check?.Pairs?.Any(pair => pair.BlobName == other.BlobName) == true;
}
