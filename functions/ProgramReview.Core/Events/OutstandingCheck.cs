namespace ProgramReview.Core.Events;

/// <summary>A stored file whose content nobody has looked at, or that counts and was not compared with another that does.</summary>
/// <param name="BlobName">The file.</param>
/// <param name="Noticed">When the product learned of it.</param>
public sealed record OutstandingCheck(string BlobName, DateTimeOffset Noticed)
{
    // Before that, whoever was told of the file is at work.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly int Doublings = BeatsUntil(TimeSpan.FromHours(1));

    /// <summary>Those of an assignment, in the order they were recorded.</summary>
    public static IReadOnlyList<OutstandingCheck> Of(AssignmentState state) =>
        [
            .. state
                .Submissions.Where(one => one.IsBeingChecked)
                .Concat(UncomparedPair.Of(state).Select(pair => pair.Submission))
                .Select(one => new OutstandingCheck(one.BlobName, one.Noticed)),
        ];

    /// <summary>
    /// Whether it is to be asked for again: 2, 4, 8, 16 and 32 minutes after the file was noticed and every hour from then on, so that what nobody can
    /// check costs little for however long that lasts.
    /// </summary>
    /// <param name="last">When that was last seen to; nothing that fell due since is lost.</param>
    /// <param name="now">The present.</param>
    public bool IsDue(DateTimeOffset last, DateTimeOffset now) => Beats(now) > Beats(last);

    // How often it has fallen due until then.
    private int Beats(DateTimeOffset at) =>
        at - Noticed is var age && age < Patience ? 0
        : BeatsUntil(age) is var beats && beats <= Doublings ? beats
        : Doublings + (int)(age - (Patience * (1 << (Doublings - 1)))).TotalHours;

    private static int BeatsUntil(TimeSpan age) => 1 + (int)Math.Log2(age / Patience);
}
