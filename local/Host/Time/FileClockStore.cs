using System.Text;
using System.Text.Json;

namespace ProgramReview.Local.Host.Time;

/// <summary>
/// Keeps a local clock in a file: each line adds the segments since the line before, and what else was so by then. A sped-up clock begins
/// thousands of segments; writing all of them again with each would cost more than the work it waits for.
/// </summary>
internal sealed class FileClockStore(string path) : IClockStore
{
    private const int MostLinesForOneSegment = 2;
    private const int LinesWorthNothing = 1_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private int segmentsWritten;
    private int linesWritten = int.MaxValue;

    /// <inheritdoc/>
    public ClockState? Load()
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var states = Lines(File.ReadAllText(path))
                .Select(line =>
                    JsonSerializer.Deserialize<ClockState>(line, Json)
                    ?? throw new JsonException("it holds no clock")
                )
                .ToList();
            // A clock that runs backwards would undo what was promised; it is found here and not in the middle of the start.
            var timeline = Timeline.Of(states.SelectMany(state => state.Segments));
            _ = timeline.Then(timeline.Current with { Speed = states[^1].Speed });
            return states[^1] with { Segments = timeline.Segments };
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException)
        {
            throw new StartException(
                $"{path} is not a clock file ({broken.Message}). Restore it, or begin anew with --fresh."
            );
        }
    }

    /// <inheritdoc/>
    public void Save(ClockState state)
    {
        var segments = state.Segments.Count;
        if (linesWritten > LinesWorthNothing + (MostLinesForOneSegment * segments))
        {
            AtomicFile.Write(path, Line(state));
            linesWritten = 1;
        }
        else
        {
            var added = Enumerable
                .Range(segmentsWritten, segments - segmentsWritten)
                .Select(index => state.Segments[index]);
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write);
            file.Write(Line(state with { Segments = [.. added] }));
            file.Flush(flushToDisk: true);
            linesWritten++;
        }

        segmentsWritten = segments;
    }

    // What was cut off in the middle of a line had not been read by anybody: a clock is read after it is kept.
    private static string[] Lines(string text)
    {
        var lines = text.Split('\n');
        return lines.Length > 1 ? lines[..^1] : lines;
    }

    private static byte[] Line(ClockState state) =>
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(state, Json) + '\n');
}
