namespace ProgramReview.Local.Host.Time;

/// <summary>Something that a sped-up clock waits for.</summary>
internal interface IWork
{
    /// <summary>What it is called where a person is told what the clock waits for.</summary>
    string Name { get; }

    /// <summary>
    /// The product instant at which it has something to do next: one that has come until that is done, <see cref="DateTimeOffset.MinValue"/> while
    /// it is at work, nothing when it has nothing to do.
    /// </summary>
    DateTimeOffset? NextWork { get; }
}
