namespace ProgramReview.Functions.Checking.Reading.Word;

/// <summary>A list as the part of lists writes it: a shape, and what it does otherwise.</summary>
/// <param name="Shape">The shape it has.</param>
/// <param name="Levels">The levels that it writes otherwise.</param>
/// <param name="Starts">The levels that it begins to count anew.</param>
internal sealed record WrittenList(
    string Shape,
    Dictionary<int, ListLevel> Levels,
    Dictionary<int, int> Starts
)
{
    /// <summary>Reads the element it stands on.</summary>
    public static WrittenList Read(BoundedXml xml)
    {
        var list = new WrittenList("", [], []);
        var level = 0;
        foreach (var name in xml.Within())
        {
            switch (name)
            {
                case "abstractNumId":
                    list = list with { Shape = xml["val"] ?? "" };
                    break;
                case "lvlOverride":
                    level = xml.Number("ilvl") ?? 0;
                    break;
                case "startOverride":
                    list.Starts[level] = xml.Number("val") ?? 1;
                    break;
                case "lvl":
                    list.Levels[level] = ListLevel.Read(xml);
                    break;
            }
        }
        return list;
    }
}
