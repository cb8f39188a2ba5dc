using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>
/// Builds the tree of a YAML text from the parser's events: the library's own model stops at the first duplicate key, expands
/// aliases, and overflows the stack on deep nesting.
/// </summary>
internal sealed class YamlTree
{
    private const int MaxDepth = 16;

    private readonly Parser parser;
    private readonly FaultLog log;

    private YamlTree(Parser parser, FaultLog log)
    {
        this.parser = parser;
        this.log = log;
    }

    /// <summary>The top map, or null if the text is no YAML that a plan may use; then there is a fault.</summary>
    public static YamlMap? Parse(string yaml, FaultLog log)
    {
        try
        {
            return new YamlTree(new Parser(new StringReader(yaml)), log).Document();
        }
        catch (YamlException exception)
        {
            var what = exception.Message.Replace('\n', ' ').TrimEnd('.', ' ');
            log.Add(
                (int)Math.Max(exception.Start.Line, 1),
                "",
                $"This is no YAML: {what}",
                "Mend the syntax at this line"
            );
            return null;
        }
    }

    private YamlMap? Document()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            log.Add(1, "", "The file is empty", "Begin with a copy of plans/template/plan.yaml");
            return null;
        }

        var root = Value("", 0);
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
        {
            log.Add(
                Line(second),
                "",
                "The file holds a second document",
                "Write one plan in one file, without '---'"
            );
        }

        switch (root)
        {
            case null:
                return null;
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

    private YamlValue? Value(string path, int depth)
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Refuse(
                Line(alias),
                path,
                "Aliases are not allowed in plans",
                "Write the value out"
            );
        }

        var node = parser.Consume<NodeEvent>();
        var line = Line(node);
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

        if (depth > MaxDepth)
        {
            return Refuse(
                line,
                path,
                "The file is nested too deeply",
                "Compare it with plans/template/plan.yaml"
            );
        }

        return node switch
        {
            Scalar scalar => new YamlScalar(line, scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => List(line, path, depth),
            MappingStart => Map(line, path, depth),
            _ => throw new InvalidOperationException(
                $"Unknown kind of node: {node.GetType().Name}."
            ),
        };
    }

    private YamlList? List(int line, string path, int depth)
    {
        var items = new List<YamlValue>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (
                Value(FormattableString.Invariant($"{path}[{items.Count}]"), depth + 1)
                is not { } item
            )
            {
                return null;
            }

            items.Add(item);
        }

        return new YamlList(line, items);
    }

    private YamlMap? Map(int line, string path, int depth)
    {
        var entries = new Dictionary<string, YamlEntry>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (Value(path, depth + 1) is not { } keyNode)
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
            if (Value(at, depth + 1) is not { } value)
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

        return new YamlMap(line, [.. entries.Values]);
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

    private static int Line(ParsingEvent parsed) => (int)parsed.Start.Line;
}
