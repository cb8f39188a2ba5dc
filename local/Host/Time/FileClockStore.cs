using System.Text.Json;

namespace ProgramReview.Local.Host.Time;

/// <summary>Keeps a local clock in a JSON file.</summary>
internal sealed class FileClockStore(string path) : IClockStore
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <inheritdoc/>
    public ClockState? Load()
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var state =
                JsonSerializer.Deserialize<ClockState>(File.ReadAllText(path), Json)
                ?? throw new JsonException("it holds no clock");
            // A clock that runs backwards would undo what was promised; it is found here and not in the middle of the start.
            var timeline = Timeline.Of(state.Segments);
            _ = timeline.Then(timeline.Current with { Speed = state.Speed });
            return state;
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException)
        {
            throw new StartException(
                $"{path} is not a clock file ({broken.Message}). Restore it, or begin anew with --fresh."
            );
        }
    }

    /// <inheritdoc/>
    public void Save(ClockState state) =>
        AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(state, Json));
}
