using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>The events of a YAML text whose syntax is sound and whose depth is bounded, one after the other.</summary>
internal sealed class YamlEvents
{
    private const int MaxDepth = 16;

    private readonly List<ParsingEvent> events = [];
    private int next;

    private YamlEvents() { }

    /// <summary>All events, or null if the syntax is broken; then there is a fault.</summary>
    public static YamlEvents? Of(string yaml, FaultLog log)
    {
        var result = new YamlEvents();
        var scanner = new Scanner(new StringReader(yaml));
        var depth = 0;
        try
        {
            for (
                var parser = new Parser(scanner);
                parser.MoveNext();
                depth += parser.Current!.NestingIncrease
            )
            {
                result.events.Add(parser.Current!);
                // Deeper, the scanner slows to a crawl and whoever walks the tree runs out of stack.
                if (depth > MaxDepth)
                {
                    log.Add(
                        Line(parser.Current!),
                        "",
                        "The file is nested too deeply",
                        "Compare it with plans/template/plan.yaml"
                    );
                    return null;
                }
            }
        }
        // The scanner names the place where it lost its way, which may be far above the tab.
        catch (YamlException) when (LineOfTab(yaml) is { } tab)
        {
            log.Add(
                tab,
                "",
                "A tab stands in the indentation, which YAML does not allow",
                "Indent with spaces"
            );
            return null;
        }
        catch (YamlException exception)
        {
            return Broken(log, exception.Start.Line, exception.Message);
        }
        catch (InvalidOperationException)
        {
            // The scanner's way to say that a plain text in [...] or {...} never ends.
            return Broken(log, scanner.CurrentPosition.Line, "a '[' or '{' is not closed");
        }

        return result;
    }

    /// <summary>What comes next; taken by whoever can use it.</summary>
    public ParsingEvent Next => events[next];

    public T Take<T>()
        where T : ParsingEvent => (T)events[next++];

    public bool TryTake<T>(out int line)
        where T : ParsingEvent
    {
        var found = events[next] is T;
        line = Line(events[next]);
        next += found ? 1 : 0;
        return found;
    }

    public static int Line(ParsingEvent parsed) => (int)parsed.Start.Line;

    private static int? LineOfTab(string yaml)
    {
        var line = 0;
        foreach (var text in yaml.AsSpan().EnumerateLines())
        {
            line++;
            if (text.TrimStart(' ').StartsWith('\t'))
            {
                return line;
            }
        }
        return null;
    }

    private static YamlEvents? Broken(FaultLog log, long line, string what)
    {
        var message = string.Join(' ', what.Split('\n', StringSplitOptions.TrimEntries))
            .TrimEnd('.');
        log.Add(
            (int)Math.Max(line, 1),
            "",
            $"This is no YAML: {message}",
            "Mend the syntax at or above this line"
        );
        return null;
    }
}
