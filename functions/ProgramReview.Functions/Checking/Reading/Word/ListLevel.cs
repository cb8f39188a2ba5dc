namespace ProgramReview.Functions.Checking.Reading.Word;

/// <summary>One level of a numbered list.</summary>
/// <param name="Start">Where it begins to count.</param>
/// <param name="Format">How a number is written: the standard's name of it.</param>
/// <param name="Pattern">What stands in front: <c>%1</c> for the first level's number, and so on.</param>
/// <param name="Style">The style of paragraphs that are on this level, or null.</param>
/// <param name="AllDecimal">Whether the levels above are written in plain figures here.</param>
internal sealed record ListLevel(
    int Start,
    string Format,
    string Pattern,
    string? Style,
    bool AllDecimal
)
{
    /// <summary>A level of which nothing is said.</summary>
    public static readonly ListLevel Plain = new(1, "decimal", "", null, false);

    /// <summary>Reads the element it stands on.</summary>
    public static ListLevel Read(BoundedXml xml)
    {
        var level = Plain;
        foreach (var name in xml.Within())
        {
            level = name switch
            {
                "start" => level with { Start = xml.Number("val") ?? 1 },
                "numFmt" => level with { Format = xml["val"] ?? "decimal" },
                "lvlText" => level with { Pattern = xml["val"] ?? "" },
                "pStyle" => level with { Style = xml["val"] },
                "isLgl" => level with { AllDecimal = xml.IsOn },
                _ => level,
            };
        }
        return level;
    }
}
