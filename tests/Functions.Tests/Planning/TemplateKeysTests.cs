using System.Text.RegularExpressions;
using ProgramReview.Functions.Planning.Reading;
using Xunit;

namespace ProgramReview.Functions.Tests.Planning;

/// <summary>The template is the reference of plan keys: whatever a reader knows stands in it, written out or in a comment.</summary>
public sealed partial class TemplateKeysTests
{
    // So long that no reader takes it for a misspelt key: it answers with all that it knows.
    private static readonly string Stranger = new('z', 50);
    private const string KnownHere = "Remove it; known here are ";

    [Fact]
    public void Every_key_that_a_reader_knows_stands_in_the_template()
    {
        var maps = Maps(Tree(), "").ToList();
        var known = maps.SelectMany(map =>
                KnownAt(map.Path).Select(key => $"{Shape(map.Path)}.{key}")
            )
            .ToHashSet();
        var written = maps.SelectMany(map =>
                map.Map.Entries.Keys.Select(key => $"{Shape(map.Path)}.{key}")
            )
            .ToHashSet();
        var comments = string.Join(
            '\n',
            PlanText
                .Template.Split('\n')
                .Where(line => line.Contains('#'))
                .Select(line => line[line.IndexOf('#')..])
        );

        Assert.Contains(".parts.NAME[].kind", known);
        Assert.Contains(".indicators[].earlier[].source", known);
        var untold = known
            .Except(written)
            // The codes of checks stand in docs/checks.md, which is held to them.
            .Where(key => !key.StartsWith(".checks.", StringComparison.Ordinal))
            .Where(key => !Mention(key[(key.LastIndexOf('.') + 1)..]).IsMatch(comments))
            .ToList();

        Assert.Empty(untold);
    }

    private static Regex Mention(string key) => new($@"\b{Regex.Escape(key)}: ");

    // The keys that the reader of a map names when it meets one that nobody knows.
    private static string[] KnownAt(string path)
    {
        var log = new FaultLog("plan.yaml");
        PlanReader.Read(
            (YamlMap)With(
                Tree(),
                "",
                path,
                new YamlEntry(Stranger, 1, new YamlScalar(1, "x", Plain: true))
            ),
            log,
            PlanText.Start
        );
        return
        [
            .. log
                .Faults.Where(fault => fault.Remedy.StartsWith(KnownHere, StringComparison.Ordinal))
                .SelectMany(fault => fault.Remedy[KnownHere.Length..].Split(", ")),
        ];
    }

    private static YamlMap Tree() => YamlTree.Parse(PlanText.Template, new FaultLog("plan.yaml"))!;

    private static IEnumerable<(string Path, YamlMap Map)> Maps(YamlValue value, string path) =>
        value switch
        {
            YamlMap map => map
                .Entries.Values.SelectMany(entry => Maps(entry.Value, $"{path}.{entry.Key}"))
                .Prepend((path, map)),
            YamlList list => list.Items.SelectMany((item, i) => Maps(item, $"{path}[{i}]")),
            _ => [],
        };

    private static YamlValue With(YamlValue value, string path, string place, YamlEntry more) =>
        value switch
        {
            YamlMap map => map with
            {
                Entries = map
                    .Entries.Values.Select(entry =>
                        entry with
                        {
                            Value = With(entry.Value, $"{path}.{entry.Key}", place, more),
                        }
                    )
                    .Concat(path == place ? [more] : [])
                    .ToDictionary(entry => entry.Key),
            },
            YamlList list => list with
            {
                Items =
                [
                    .. list.Items.Select((item, i) => With(item, $"{path}[{i}]", place, more)),
                ],
            },
            _ => value,
        };

    // Items of a list are alike, and so are outlines and data annexes, whose names are free.
    private static string Shape(string path) =>
        FreeName().Replace(Index().Replace(path, "[]"), "$1.NAME");

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex Index();

    [GeneratedRegex(@"^(\.outlines|\.dataAnnexes|\.parts)\.[a-z-]+")]
    private static partial Regex FreeName();
}
