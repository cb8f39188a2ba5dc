using ProgramReview.Host.Tests.App;
using ProgramReview.Local.Host.Functions;

namespace ProgramReview.Host.Tests;

public sealed class QueueListenerTests
{
    private readonly MemoryQueue queue = new();

    [Fact]
    public async Task Each_message_is_handed_to_its_function_and_then_deleted()
    {
        using var rig = new TriggerRig();
        queue.Send("báo cáo");
        queue.Send("two");

        var found = await rig.Queue("Text", queue).LookAsync(CancellationToken.None);

        Assert.True(found);
        Assert.Equal(["báo cáo", "two"], rig.Calls.Made);
        Assert.Equal(0, queue.Waiting);
        Assert.False(await rig.Queue("Text", queue).LookAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_message_is_read_as_the_record_that_the_function_asks_for()
    {
        using var rig = new TriggerRig();
        queue.Send("""{"name":"an","NUMBER":7}""");

        await rig.Queue("Note", queue).LookAsync(CancellationToken.None);

        Assert.Equal(["an 7"], rig.Calls.Made);
    }

    [Theory]
    [InlineData("Text", "broken")]
    [InlineData("Note", "not json")]
    public async Task After_five_tries_a_message_is_put_aside_as_it_was(
        string function,
        string text
    )
    {
        using var rig = new TriggerRig();
        rig.Calls.Behave = _ => throw new InvalidOperationException("fails");
        queue.Send(text);
        var listener = rig.Queue(function, queue);

        for (var i = 0; i < 4; i++)
        {
            await listener.LookAsync(CancellationToken.None);
        }

        Assert.Empty(queue.Poisoned);
        await listener.LookAsync(CancellationToken.None);
        Assert.Equal(
            [Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text))],
            queue.Poisoned
        );
        Assert.Equal(0, queue.Waiting);
    }

    [Fact]
    public async Task What_is_not_base64_is_put_aside_at_once()
    {
        using var rig = new TriggerRig();
        queue.SendRaw("{not base64}");

        await rig.Queue("Text", queue).LookAsync(CancellationToken.None);

        Assert.Equal(["{not base64}"], queue.Poisoned);
        Assert.Empty(rig.Calls.Made);
    }

    [Fact]
    public async Task A_message_that_takes_long_holds_up_no_other()
    {
        using var rig = new TriggerRig();
        using var stop = new CancellationTokenSource();
        var slow = Apart();
        var quick = Apart();
        rig.Calls.Behave = text =>
        {
            quick.TrySetResult();
            return text == "slow" ? slow.Task : Task.CompletedTask;
        };
        var bell = new QueueBell();
        var listener = rig.Queue("Text", queue, bell);
        queue.Send("slow");
        var listening = listener.ListenAsync(stop.Token);
        await quick.Task;

        quick = Apart();
        queue.Send("quick");
        bell.Ring(queue.Name);

        await quick.Task;
        Assert.Equal(["slow", "quick"], rig.Calls.Made);
        var empty = listener.IsEmptyAsync(CancellationToken.None);
        Assert.False(empty.IsCompleted);
        await stop.CancelAsync();
        Assert.False(listening.IsCompleted);
        slow.SetResult();
        Assert.False(await empty);
        await listening;
        Assert.Equal(0, queue.Waiting);
    }

    // The test goes on beside the listener, and not within it.
    private static TaskCompletionSource Apart() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
