using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>
/// Builds the tree of a YAML text from the parser's events: the library's own model stops at the first duplicate key and expands
/// aliases.
/// </summary>
internal sealed class YamlTree
{
    private readonly YamlEvents events;
    private readonly FaultLog log;
    private int lastLine = 1;

    private YamlTree(YamlEvents events, FaultLog log)
    {
        this.events = events;
        this.log = log;
    }

    /// <summary>The top map, or null if the text is no YAML that a plan may use; then there is a fault.</summary>
    public static YamlMap? Parse(string yaml, FaultLog log) =>
        YamlEvents.Of(yaml, log) is { } events ? new YamlTree(events, log).Document() : null;

    private YamlMap? Document()
    {
        events.Take<StreamStart>();
        if (!events.TryTake<DocumentStart>(out _))
        {
            log.Add(1, "", "The file is empty", "Begin with a copy of plans/template/plan.yaml");
            return null;
        }

        if (Value("") is not { } root)
        {
            return null;
        }

        events.Take<DocumentEnd>();
        if (events.TryTake<DocumentStart>(out var second))
        {
            log.Add(
                second,
                "",
                "The file holds a second document",
                "Write one plan in one file, without '---'"
            );
        }

        switch (root)
        {
            case YamlMap map:
                return map;
            default:
                log.Add(
                    root,
                    "",
                    "The file is no plan",
                    "Begin with keys such as id, version and programme"
                );
                return null;
        }
    }

    private YamlValue? Value(string path)
    {
        if (events.TryTake<AnchorAlias>(out var alias))
        {
            return Refuse(alias, path, "Aliases are not allowed in plans", "Write the value out");
        }

        // The parser lets some broken pairs pass, such as one in a list of which only half is there.
        if (events.Next is not NodeEvent)
        {
            return Refuse(
                Math.Max(lastLine, YamlEvents.Line(events.Next)),
                path,
                "A value is missing",
                "Write 'key: value'"
            );
        }

        var node = events.Take<NodeEvent>();
        // The parser knows no place for a pair in a list, [kind: district], so it stands where the node before it does.
        var line = lastLine = Math.Max(lastLine, YamlEvents.Line(node));
        if (!node.Anchor.IsEmpty)
        {
            return Refuse(
                line,
                path,
                "Anchors are not allowed in plans",
                "Write the value out where it is needed"
            );
        }

        if (!node.Tag.IsEmpty)
        {
            return Refuse(
                line,
                path,
                "Tags are not allowed in plans",
                "Write the value without '!'"
            );
        }

        return node switch
        {
            Scalar scalar => new YamlScalar(line, scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => List(line, path),
            MappingStart => Map(line, path),
            _ => throw new InvalidOperationException(
                $"Unknown kind of node: {node.GetType().Name}."
            ),
        };
    }

    private YamlList? List(int line, string path)
    {
        var items = new List<YamlValue>();
        while (!events.TryTake<SequenceEnd>(out _))
        {
            if (Value(FormattableString.Invariant($"{path}[{items.Count}]")) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new YamlList(line, items);
    }

    private YamlMap? Map(int line, string path)
    {
        var entries = new Dictionary<string, YamlEntry>(StringComparer.Ordinal);
        while (!events.TryTake<MappingEnd>(out _))
        {
            if (Value(path) is not { } keyNode)
            {
                return null;
            }

            if (keyNode is not YamlScalar { Text: var key })
            {
                return Refuse<YamlMap>(
                    keyNode.Line,
                    path,
                    "A key is not a plain word",
                    "Write 'key: value'"
                );
            }

            var at = path.Length == 0 ? key : $"{path}.{key}";
            if (Value(at) is not { } value)
            {
                return null;
            }

            if (!entries.TryAdd(key, new YamlEntry(key, keyNode.Line, value)))
            {
                var first = FormattableString.Invariant($"line {entries[key].Line}");
                log.Add(
                    keyNode.Line,
                    at,
                    $"The key '{key}' stands at {first} already",
                    "Keep one of the two"
                );
            }
        }

        return new YamlMap(line, entries);
    }

    private YamlValue? Refuse(int line, string path, string message, string remedy) =>
        Refuse<YamlValue>(line, path, message, remedy);

    // What follows in the file cannot be told apart from what was refused, so reading ends here.
    private T? Refuse<T>(int line, string path, string message, string remedy)
        where T : YamlValue
    {
        log.Add(line, path, message, remedy);
        return null;
    }
}
