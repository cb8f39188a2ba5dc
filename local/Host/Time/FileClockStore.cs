using System.Text.Json;

namespace ProgramReview.Local.Host.Time;

/// <summary>Keeps a local clock in a JSON file.</summary>
internal sealed class FileClockStore(string path) : IClockStore
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
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
            return JsonSerializer.Deserialize<ClockState>(File.ReadAllText(path), Json);
        }
        catch (JsonException broken)
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
