namespace ProgramReview.Local.Host.Time;

/// <summary>Where a local clock is kept between two runs.</summary>
internal interface IClockStore
{
    /// <summary>What was saved last, or nothing before the first run.</summary>
    ClockState? Load();

    /// <summary>Replaces what is kept, wholly or not at all.</summary>
    void Save(ClockState state);
}
