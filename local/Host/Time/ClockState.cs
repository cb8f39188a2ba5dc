namespace ProgramReview.Local.Host.Time;

/// <summary>What is kept of a local clock between two runs of the host.</summary>
/// <param name="Segments">The timeline so far.</param>
/// <param name="Speed">The speed chosen, also while paused.</param>
/// <param name="Paused">Whether a person has paused the clock.</param>
/// <param name="RunsUntil">The wall instant up to which the clock may have been read.</param>
internal sealed record ClockState(
    IReadOnlyList<ClockSegment> Segments,
    double Speed,
    bool Paused,
    DateTimeOffset RunsUntil
);
