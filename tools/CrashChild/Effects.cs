using System.Text;

namespace ProgramReview.Crash.Child;

/// <summary>What has been done to the world outside: a file that only grows, a line for each effect, whoever dies afterwards.</summary>
internal sealed class Effects(string path) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _known = File.Exists(path) ? [.. File.ReadLines(path)] : [];
    private readonly FileStream _file = new(
        path,
        FileMode.Append,
        FileAccess.Write,
        FileShare.Read,
        0
    );

    /// <summary>Notes an effect; whether it is the first of its kind, in this life or an earlier one.</summary>
    public bool Note(string effect)
    {
        lock (_gate)
        {
            _file.Write(Encoding.UTF8.GetBytes(effect + '\n'));
            return _known.Add(effect);
        }
    }

    public bool Has(string effect)
    {
        lock (_gate)
        {
            return _known.Contains(effect);
        }
    }

    public void Dispose() => _file.Dispose();
}
