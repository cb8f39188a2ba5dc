using System.Text.Json;

namespace ProgramReview.Local.Host.Functions;

/// <summary>Remembers when each timer function ran last, in product time, between two runs of the host.</summary>
internal sealed class TimerLedger
{
    private readonly Lock gate = new();
    private readonly string path;
    private readonly Dictionary<string, DateTimeOffset> last;

    public TimerLedger(string path)
    {
        this.path = path;
        try
        {
            last = File.Exists(path)
                ? JsonSerializer.Deserialize<Dictionary<string, DateTimeOffset>>(
                    File.ReadAllText(path)
                )!
                : [];
        }
        catch (JsonException broken)
        {
            throw new StartException(
                $"{path} does not say when timers ran last ({broken.Message}). Delete it: they then count from now."
            );
        }
    }

    /// <summary>The product instant from which the next run of a timer is counted; nothing when it is new.</summary>
    public DateTimeOffset? Last(string function)
    {
        lock (gate)
        {
            return last.TryGetValue(function, out var instant) ? instant : null;
        }
    }

    /// <summary>Remembers a run.</summary>
    public void Remember(string function, DateTimeOffset instant)
    {
        lock (gate)
        {
            last[function] = instant;
            AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(last));
        }
    }
}
