using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ProgramReview.Core.Compiling;

/// <summary>How documents of a dossier are written: the same content gives the same bytes, and people can read them.</summary>
internal static class DossierJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };
}
