namespace ProgramReview.Local.Host.Azurite;

/// <summary>What Azurite says, in a file, and the last of it at hand.</summary>
internal sealed class AzuriteLog(string path) : IDisposable
{
    private readonly Lock writing = new();
    private readonly StreamWriter writer = new(path, append: true) { AutoFlush = true };
    private string? last;
    private bool closed;

    /// <summary>What was heard last and where the rest stands, as the end of a sentence.</summary>
    public string Heard =>
        last is null ? "it has said nothing." : $"it last said: {last} (the rest: {path})";

    /// <summary>Keeps a line; the end of a stream comes as null.</summary>
    public void Keep(string? line)
    {
        lock (writing)
        {
            if (!string.IsNullOrWhiteSpace(line) && !closed)
            {
                last = line;
                writer.WriteLine(line);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (writing)
        {
            closed = true;
            writer.Dispose();
        }
    }
}
