namespace ProgramReview.Crash.Tests;

/// <summary>The same work with nothing in its way, once, to compare with.</summary>
public sealed class Undisturbed : IAsyncLifetime
{
    internal World World { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var ending = await World.LiveAsync(new(Point.Nowhere, 0, false, 0));
        Assert.True(ending.Code == 0, ending.Said);
        Assert.InRange(Outcome.Done(World).Count, 2000, int.MaxValue);
    }

    public ValueTask DisposeAsync()
    {
        World.Dispose();
        return ValueTask.CompletedTask;
    }
}
