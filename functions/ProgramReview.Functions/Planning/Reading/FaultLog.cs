namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Collects faults, as many as a person can use, and knows on which line each path of the plan stands.</summary>
internal sealed class FaultLog(string file)
{
    /// <summary>How many faults are told; the others are counted.</summary>
    public const int MostFaults = 100;

    /// <summary>How many equal faults are told with their own lines, since one mistake may stand with every body.</summary>
    public const int MostAlike = 10;

    private readonly List<PlanFault> faults = [];
    private readonly Dictionary<(string, string), int> alike = [];
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> elsewhere = new(StringComparer.Ordinal);
    private readonly HashSet<string> unread = new(StringComparer.Ordinal);
    private int count;

    /// <summary>Whether further faults are only counted.</summary>
    public bool IsFull => faults.Count == MostFaults;

    public IReadOnlyList<PlanFault> Faults =>
        count == faults.Count
            ? [.. faults.OrderBy(fault => fault.Line)]
            :
            [
                .. faults.OrderBy(fault => fault.Line),
                new PlanFault(
                    file,
                    faults.Max(fault => fault.Line),
                    "",
                    FormattableString.Invariant(
                        $"There are {count - faults.Count} more faults{Repeated()}"
                    ),
                    "Mend those above and check again"
                ),
            ];

    /// <summary>The top-level keys in which something could not be read.</summary>
    public IReadOnlySet<string> Unread => unread;

    public void Add(int line, string path, string message, string remedy)
    {
        Skip(path);
        count++;
        if (IsFull)
        {
            return;
        }

        var times = alike[(message, remedy)] = alike.GetValueOrDefault((message, remedy)) + 1;
        if (times <= MostAlike)
        {
            faults.Add(new PlanFault(file, line, path, message, remedy));
        }
    }

    /// <summary>Notes that a part was not read for a reason that has been given already.</summary>
    public void Skip(string path) => unread.Add(path.Split(['.', '['], 2)[0]);

    public void Add(YamlValue value, string path, string message, string remedy) =>
        Add(value.Line, path, message, remedy);

    public void Place(string path, int line) => lines[path] = line;

    /// <summary>What lies below a path stands in the file where another part does.</summary>
    public void PlaceAs(string path, string other) => elsewhere[path] = other;

    /// <summary>The line of a path, or of the nearest part of the plan around it.</summary>
    public int LineOf(string path)
    {
        for (
            var part = path;
            part.Length > 0;
            part = part[..Math.Max(part.LastIndexOfAny(['.', '[']), 0)]
        )
        {
            if (part.Length < path.Length && elsewhere.TryGetValue(part, out var other))
            {
                return LineOf(other + path[part.Length..]);
            }

            if (lines.TryGetValue(part, out var line))
            {
                return line;
            }
        }

        return 1;
    }

    private string Repeated()
    {
        var often = alike.Where(one => one.Value > MostAlike).ToList();
        return often.Count == 0
            ? ""
            : "; most often: "
                + string.Join(
                    "; ",
                    often
                        .OrderByDescending(one => one.Value)
                        .Take(3)
                        .Select(one =>
                            FormattableString.Invariant($"{one.Key.Item1} ({one.Value} times)")
                        )
                );
    }
}
