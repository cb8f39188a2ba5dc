namespace ProgramReview.Functions.Checking.Reading.Pdf;

/// <summary>A font of a PDF.</summary>
/// <param name="Name">Its name, without the tag of a subset.</param>
/// <param name="IsBold">Whether it is bold.</param>
internal sealed record PdfFont(string Name, bool IsBold)
{
    private const int Tag = 7;

    /// <summary>One as a letter names it.</summary>
    public static PdfFont Of(string name, bool isBold)
    {
        var font = name.Length > Tag && name[Tag - 1] == '+' ? name[Tag..] : name;
        return new PdfFont(
            font,
            isBold || Says(font, "Bold") || Says(font, "Black") || Says(font, "Heavy")
        );
    }

    private static bool Says(string font, string word) =>
        font.Contains(word, StringComparison.OrdinalIgnoreCase);
}
