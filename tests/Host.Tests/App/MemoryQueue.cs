using System.Globalization;
using System.Text;
using ProgramReview.Local.Host.Functions;

namespace ProgramReview.Host.Tests.App;

/// <summary>A queue in memory where what was taken is hidden, and a released message is there again at once.</summary>
internal sealed class MemoryQueue : IMessageQueue
{
    private readonly List<QueuedMessage> waiting = [];
    private readonly HashSet<string> hidden = [];
    private readonly Lock gate = new();
    private int number;

    public string Name => "memory";

    public List<string> Poisoned { get; } = [];

    public int Waiting => waiting.Count;

    public void Send(string text) => SendRaw(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));

    public void SendRaw(string text)
    {
        lock (gate)
        {
            waiting.Add(
                new QueuedMessage((++number).ToString(CultureInfo.InvariantCulture), "r", text, 0)
            );
        }
    }

    public Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(
        int most,
        TimeSpan invisible,
        CancellationToken cancellationToken
    )
    {
        lock (gate)
        {
            var taken = waiting
                .Where(m => hidden.Add(m.Id))
                .Take(most)
                .Select(m => m with { DequeueCount = m.DequeueCount + 1 })
                .ToArray();
            return Task.FromResult<IReadOnlyList<QueuedMessage>>(taken);
        }
    }

    public Task DeleteAsync(QueuedMessage message, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Assert.Equal(1, waiting.RemoveAll(m => m.Id == message.Id));
        }
        return Task.CompletedTask;
    }

    public Task ReleaseAsync(
        QueuedMessage message,
        TimeSpan delay,
        CancellationToken cancellationToken
    )
    {
        lock (gate)
        {
            waiting[waiting.FindIndex(m => m.Id == message.Id)] = message;
            hidden.Remove(message.Id);
        }
        return Task.CompletedTask;
    }

    public Task PoisonAsync(QueuedMessage message, CancellationToken cancellationToken)
    {
        Poisoned.Add(message.Text);
        return Task.CompletedTask;
    }
}
