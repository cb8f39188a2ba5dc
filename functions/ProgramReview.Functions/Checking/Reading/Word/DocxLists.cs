using System.Xml;

namespace ProgramReview.Functions.Checking.Reading.Word;

/// <summary>The numbered lists of a docx, and how far each has counted.</summary>
internal sealed class DocxLists
{
    private const int Levels = 9;
    private const int MostLetters = 40;
    private readonly Dictionary<string, ListLevel[]> shapes = [];
    private readonly Dictionary<string, WrittenList> lists = [];
    private readonly Dictionary<string, int[]> counts = [];
    private readonly HashSet<string> begun = [];

    /// <summary>Reads the part of lists.</summary>
    public void Read(BoundedXml xml)
    {
        while (xml.Read())
        {
            if (xml.At.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            switch (xml.At.LocalName)
            {
                case "abstractNum":
                    var shape = xml["abstractNumId"] ?? "";
                    shapes[shape] = ReadLevels(xml);
                    break;
                case "num":
                    var list = xml["numId"] ?? "";
                    lists[list] = WrittenList.Read(xml);
                    break;
            }
        }
    }

    /// <summary>The number in front of the next paragraph of a list; empty for bullets and what is no list.</summary>
    public string Next(string? list, int? level, string? style)
    {
        if (
            list is null
            || !lists.TryGetValue(list, out var written)
            || !shapes.TryGetValue(written.Shape, out var shape)
        )
        {
            return "";
        }
        var at =
            level
            ?? Math.Max(0, Array.FindIndex(shape, one => style is not null && one.Style == style));
        return at is >= 0 and < Levels ? Count(list, written, shape, at) : "";
    }

    private string Count(string list, WrittenList written, ListLevel[] shape, int at)
    {
        ListLevel LevelOf(int level) => written.Levels.GetValueOrDefault(level) ?? shape[level];
        // Lists of one shape go on counting together, until one says where it begins.
        if (!counts.TryGetValue(written.Shape, out var counted))
        {
            counts[written.Shape] = counted = Enumerable.Repeat(-1, Levels).ToArray();
        }
        if (begun.Add($"{list} {at}") && written.Starts.TryGetValue(at, out var start))
        {
            counted[at] = start;
        }
        else
        {
            counted[at] = counted[at] < 0 ? LevelOf(at).Start : counted[at] + 1;
        }
        Array.Fill(counted, -1, at + 1, Levels - at - 1);
        var here = LevelOf(at);
        if (here.Format == "bullet")
        {
            return "";
        }
        var text = here.Pattern;
        for (var level = 0; level <= at; level++)
        {
            if (counted[level] < 0)
            {
                counted[level] = LevelOf(level).Start;
            }
            text = text.Replace(
                $"%{level + 1}",
                ListNumber.Of(
                    counted[level],
                    here.AllDecimal && level < at ? "decimal" : LevelOf(level).Format
                ),
                StringComparison.Ordinal
            );
        }
        return text.Length <= MostLetters ? text.Trim() : text[..MostLetters].Trim();
    }

    private static ListLevel[] ReadLevels(BoundedXml xml)
    {
        var levels = Enumerable.Repeat(ListLevel.Plain, Levels).ToArray();
        foreach (var _ in xml.Within().Where(name => name == "lvl"))
        {
            if (xml.Number("ilvl") is >= 0 and < Levels and var level)
            {
                levels[level] = ListLevel.Read(xml);
            }
        }
        return levels;
    }
}
