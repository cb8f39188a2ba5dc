namespace ProgramReview.Functions.Checking.Reading.Word;

/// <summary>How a paragraph is set, as far as somebody said so: null leaves it to what stands above.</summary>
internal sealed record ParagraphLook
{
    /// <summary>Nothing said.</summary>
    public static readonly ParagraphLook Plain = new();

    /// <summary>The style it follows.</summary>
    public string? Style { get; init; }

    /// <summary>Its outline level from 0; 9 is body text.</summary>
    public int? Level { get; init; }

    /// <summary>Whether it stands in the middle.</summary>
    public bool? IsCentred { get; init; }

    /// <summary>The list it is numbered in; 0 takes it out.</summary>
    public string? List { get; init; }

    /// <summary>Its level in that list, from 0.</summary>
    public int? ListLevel { get; init; }

    /// <summary>How its end mark is set.</summary>
    public RunLook Mark { get; init; }

    /// <summary>What this leaves open, as another says.</summary>
    public ParagraphLook Over(ParagraphLook below) =>
        this with
        {
            Level = Level ?? below.Level,
            IsCentred = IsCentred ?? below.IsCentred,
            List = List ?? below.List,
            ListLevel = ListLevel ?? below.ListLevel,
        };

    /// <summary>Reads the element it stands on.</summary>
    public static ParagraphLook Read(BoundedXml xml)
    {
        var look = Plain;
        foreach (var name in xml.Within())
        {
            switch (name)
            {
                case "pStyle":
                    look = look with { Style = xml["val"] };
                    break;
                case "outlineLvl":
                    look = look with { Level = xml.Number("val") };
                    break;
                case "jc":
                    look = look with { IsCentred = xml["val"] == "center" };
                    break;
                case "numId":
                    look = look with { List = xml["val"] };
                    break;
                case "ilvl":
                    look = look with { ListLevel = xml.Number("val") };
                    break;
                case "rPr":
                    look = look with { Mark = RunLook.Read(xml) };
                    break;
                case "pPrChange" or "sectPr" or "numberingChange":
                    xml.Skip();
                    break;
            }
        }
        return look;
    }
}
