using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace ProgramReview.Functions.Rendering.Pdf;

/// <summary>The two fonts of a pdf. They are part of the program: what a machine has would look otherwise on each, and may lack letters.</summary>
internal sealed class PdfFonts : IFontResolver
{
    private const string Family = "Be Vietnam Pro";
    private const string Regular = "regular";
    private const string Bold = "bold";

    // The library takes one resolver for the whole program.
    static PdfFonts() => GlobalFontSettings.FontResolver = new PdfFonts();

    private PdfFonts() { }

    /// <summary>A font at a size, in points.</summary>
    public static XFont Of(double size, bool isBold) =>
        new(
            Family,
            size,
            isBold ? XFontStyleEx.Bold : XFontStyleEx.Regular,
            new XPdfFontOptions(PdfFontEncoding.Unicode)
        );

    /// <summary>The bytes of the font that text is written in.</summary>
    public static byte[] Text() => Read(Regular);

    /// <inheritdoc/>
    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        familyName == Family ? new FontResolverInfo(isBold ? Bold : Regular) : null;

    /// <inheritdoc/>
    public byte[]? GetFont(string faceName) => Read(faceName);

    private static byte[] Read(string face)
    {
        using var stream = typeof(PdfFonts).Assembly.GetManifestResourceStream(
            $"fonts.{face}.ttf"
        )!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
