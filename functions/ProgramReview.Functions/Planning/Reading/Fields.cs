namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Reads the keys of one map; whoever asks for a key thereby makes it a known one.</summary>
internal sealed class Fields
{
    private readonly YamlMap map;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    private Fields(YamlMap map, string path, FaultLog log)
    {
        this.map = map;
        Path = path;
        Log = log;
    }

    public string Path { get; }

    public FaultLog Log { get; }

    /// <summary>Reads a value that must be a map, and reports the keys that nobody asked for.</summary>
    public static T? Of<T>(YamlValue value, string path, FaultLog log, Func<Fields, T> read)
        where T : class
    {
        if (value is not YamlMap map)
        {
            log.Add(value, path, "Keys with values are expected here", "Write 'key: value' lines");
            return null;
        }

        var fields = new Fields(map, path, log);
        var result = read(fields);
        fields.ReportUnknown();
        return result;
    }

    /// <summary>The path of a key of this map.</summary>
    public string At(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    /// <summary>The line of a key, or of the map if it lacks the key.</summary>
    public int LineOf(string key) => Find(key)?.Line ?? map.Line;

    public bool Has(string key) => Find(key) is not null;

    /// <summary>What a key holds, or the blank if it is missing or wrong; both are faults.</summary>
    public T Required<T>(string key, T blank, Func<YamlValue, string, T?> read)
        where T : class
    {
        if (Ask(key) is { } entry)
        {
            return read(entry.Value, At(key)) ?? blank;
        }

        Missing(key);
        return blank;
    }

    /// <summary>What a key holds, or the type's default if it is missing or wrong; both are faults.</summary>
    public T Required<T>(string key, Func<YamlValue, string, T?> read)
        where T : struct
    {
        if (Ask(key) is { } entry)
        {
            return read(entry.Value, At(key)) ?? default;
        }

        Missing(key);
        return default;
    }

    /// <summary>What a key holds, or null if it is missing, which is no fault.</summary>
    public T? Optional<T>(string key, Func<YamlValue, string, T?> read)
        where T : class => Ask(key) is { } entry ? read(entry.Value, At(key)) : null;

    /// <summary>What a key holds, or null if it is missing, which is no fault.</summary>
    public T? Optional<T>(string key, Func<YamlValue, string, T?> read)
        where T : struct => Ask(key) is { } entry ? read(entry.Value, At(key)) : null;

    /// <summary>Reports a fault unless one of two keys stands here alone.</summary>
    public void ExactlyOne(string first, string second)
    {
        if (Has(first) && Has(second))
        {
            Log.Add(
                LineOf(second),
                At(second),
                $"'{first}' and '{second}' cannot both be said",
                "Keep one of the two"
            );
        }
        else if (!Has(first) && !Has(second))
        {
            Log.Add(
                map.Line,
                At(first),
                $"The key '{first}' or '{second}' is missing",
                $"Add '{first}: ...' or '{second}: ...'"
            );
        }
    }

    /// <summary>The items of a key that holds a list; those that cannot be read are left out, with a fault.</summary>
    public IReadOnlyList<T> Items<T>(string key, bool required, Func<YamlValue, string, T?> read)
        where T : class
    {
        if (Ask(key) is { } entry)
        {
            return Lists.Read(entry.Value, At(key), Log, read);
        }

        if (required)
        {
            Missing(key);
        }

        return [];
    }

    private YamlEntry? Ask(string key)
    {
        known.Add(key);
        var entry = Find(key);
        if (entry is not null)
        {
            Log.Place(At(key), entry.Line);
        }

        return entry;
    }

    private YamlEntry? Find(string key) => map.Entries.GetValueOrDefault(key);

    private void Missing(string key) =>
        Log.Add(map.Line, At(key), $"The key '{key}' is missing", $"Add '{key}: ...'");

    private void ReportUnknown()
    {
        var free = known.Where(key => !Has(key)).ToList();
        var allowed = string.Join(", ", known.Order(StringComparer.Ordinal));
        foreach (var entry in map.Entries.Values.Where(entry => !known.Contains(entry.Key)))
        {
            // A guess is costly, and nobody sees it once the log is full.
            var nearest = Log.IsFull ? null : Spelling.Nearest(entry.Key, free);
            Log.Add(
                entry.Line,
                At(entry.Key),
                $"The key '{entry.Key}' is not known",
                nearest is null
                    ? $"Remove it; known here are {allowed}"
                    : $"Perhaps '{nearest}' is meant"
            );
        }
    }
}
