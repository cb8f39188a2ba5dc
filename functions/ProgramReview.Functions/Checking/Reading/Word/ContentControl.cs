namespace ProgramReview.Functions.Checking.Reading.Word;

/// <summary>What a content control of a docx says of the text within.</summary>
/// <param name="Tag">What whoever made the form calls it, or null.</param>
/// <param name="IsHint">Whether it still shows its hint.</param>
/// <param name="IsContents">Whether it is a contents list.</param>
internal sealed record ContentControl(string? Tag, bool IsHint, bool IsContents)
{
    /// <summary>Nothing said.</summary>
    public static readonly ContentControl Plain = new(null, false, false);

    /// <summary>Reads the element it stands on.</summary>
    public static ContentControl Read(BoundedXml xml)
    {
        var control = Plain;
        foreach (var name in xml.Within())
        {
            control = name switch
            {
                "tag" => control with { Tag = xml["val"] },
                "showingPlcHdr" => control with { IsHint = xml.IsOn },
                "docPartGallery" => control with { IsContents = xml["val"] == "Table of Contents" },
                _ => control,
            };
        }
        return control;
    }
}
