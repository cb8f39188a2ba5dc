using System.Diagnostics;

namespace ProgramReview.Host.Tests.Running;

/// <summary>Whoever asks the program to stop gets his terminal back, whatever hangs.</summary>
public sealed class StopTests : IDisposable
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(20);
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("review-stop-");
    private readonly int port = FreePort.Take();

    public void Dispose() => data.Delete(recursive: true);

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_storage_that_hangs_does_not_hold_up_the_end_and_the_next_start_goes_on(
        string signal
    )
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");
        await using (var up = UpProcess.Start(data.FullName, port))
        {
            await up.HearAsync("Start a cycle");
            var (host, storage) = (up.Everybody[0], up.Everybody[1]);
            await Signals.SendAsync("STOP", storage);
            var hanging = AskAsync();

            var watch = Stopwatch.StartNew();
            await Signals.SendAsync(signal, host);
            await up.EndAsync();

            Assert.InRange(watch.Elapsed, TimeSpan.Zero, Promised);
            Assert.False(ProcessTree.Lives(storage));
            Assert.False(await hanging);
        }

        await using var again = UpProcess.Start(data.FullName, port, "--once");
        Assert.True(await again.EndAsync() == 0, again.Said);
    }

    [Fact]
    public async Task Who_asks_twice_waits_for_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");
        await using var up = UpProcess.Start(data.FullName, port);
        await up.HearAsync("Start a cycle");
        var (host, storage) = (up.Everybody[0], up.Everybody[1]);
        Assert.True(await AskAsync());
        await Signals.SendAsync("STOP", storage);
        var hanging = AskAsync();
        // On its way: what was asked once before takes no time to ask again.
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        await Signals.SendAsync("INT", host);
        await up.HearAsync("Stopping gently");
        await Signals.SendAsync("INT", host);

        Assert.Equal(130, await up.EndAsync());
        Assert.Contains("Nothing that was answered is lost", up.Said, StringComparison.Ordinal);
        Assert.False(ProcessTree.Lives(storage));
        Assert.False(await hanging);
    }

    private async Task<bool> AskAsync()
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            using var page = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/cycles"));
            return page.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
