namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Collects faults, and knows on which line each path of the plan stands.</summary>
internal sealed class FaultLog(string file)
{
    private readonly List<PlanFault> faults = [];
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private readonly HashSet<string> unread = new(StringComparer.Ordinal);

    public IReadOnlyList<PlanFault> Faults => [.. faults.OrderBy(fault => fault.Line)];

    /// <summary>The top-level keys in which something could not be read.</summary>
    public IReadOnlySet<string> Unread => unread;

    public void Add(int line, string path, string message, string remedy)
    {
        faults.Add(new PlanFault(file, line, path, message, remedy));
        Skip(path);
    }

    /// <summary>Notes that a part was not read for a reason that has been given already.</summary>
    public void Skip(string path) => unread.Add(path.Split('.', '[')[0]);

    public void Add(YamlValue value, string path, string message, string remedy) =>
        Add(value.Line, path, message, remedy);

    public void Place(string path, int line) => lines[path] = line;

    /// <summary>The line of a path, or of the nearest part of the plan around it.</summary>
    public int LineOf(string path)
    {
        for (
            var part = path;
            part.Length > 0;
            part = part[..Math.Max(part.LastIndexOfAny(['.', '[']), 0)]
        )
        {
            if (lines.TryGetValue(part, out var line))
            {
                return line;
            }
        }

        return 1;
    }
}
