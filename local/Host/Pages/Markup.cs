using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ProgramReview.Local.Host.Pages;

/// <summary>A piece of HTML: what is put into its holes is encoded, unless it is markup itself.</summary>
[InterpolatedStringHandler]
internal readonly struct Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder text;

    public Markup(int literalLength, int formattedCount) =>
        text = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>Several pieces, one after the other.</summary>
    public static Markup Join(IEnumerable<Markup> parts)
    {
        Markup all = $"";
        foreach (var part in parts)
        {
            all.AppendFormatted(part);
        }

        return all;
    }

    public void AppendLiteral(string value) => text.Append(value);

    public void AppendFormatted(Markup value) => text.Append(value.text);

    public void AppendFormatted(string? value) =>
        text.Append(value is null ? "" : Encoder.Encode(value));

    public void AppendFormatted(int value) => text.Append(value);

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
