using ProgramReview.Local.Host.Time;

namespace ProgramReview.Host.Tests;

internal sealed class MemoryClockStore : IClockStore
{
    public ClockState? State { get; set; }

    public ClockState? Load() => State;

    public void Save(ClockState state) => State = state;
}
