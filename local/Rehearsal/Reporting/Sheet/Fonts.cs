using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Local.Rehearsal.Reporting.Sheet;

/// <summary>The product's typefaces, carried in the page: it may be opened where they are not installed and nothing can be fetched.</summary>
internal static class Fonts
{
    private const string Vietnam = "Be Vietnam Pro";
    private const string Latin =
        "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2190-2193,U+2212,U+2215";
    private const string Vietnamese =
        "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB";
    private const string Devanagari =
        "U+0900-097F,U+1CD0-1CFF,U+200C-200D,U+20A8,U+20B9,U+25CC,U+A830-A839,U+A8E0-A8FF";

    private static readonly AssetCatalog Assets = new();

    /// <summary>The rules of the stylesheet that name them.</summary>
    public static string Faces { get; } =
        string.Concat(
            Face(Vietnam, 400, "be-vietnam-pro-latin-400-normal", Latin),
            Face(Vietnam, 600, "be-vietnam-pro-latin-600-normal", Latin),
            Face(Vietnam, 400, "be-vietnam-pro-vietnamese-400-normal", Vietnamese),
            Face(
                "Noto Sans Devanagari",
                400,
                "noto-sans-devanagari-devanagari-400-normal",
                Devanagari
            )
        );

    private static string Face(string family, int weight, string file, string range)
    {
        var font = Assets.All.First(asset =>
            asset.Path.StartsWith($"/assets/{file}.", StringComparison.Ordinal)
        );
        return FormattableString.Invariant(
            $"@font-face {{ font-family: \"{family}\"; font-weight: {weight}; src: url(data:font/woff2;base64,{Convert.ToBase64String(font.Content.Span)}) format(\"woff2\"); unicode-range: {range}; }}\n"
        );
    }
}
