using System.IO.Compression;
using System.Xml;
using UglyToad.PdfPig;

namespace ProgramReview.Benchmarks.Checks;

/// <summary>The least that reading a file takes.</summary>
internal static class BarePass
{
    /// <summary>Goes over one part, and takes every name, attribute and text, as parsers of events hand them over.</summary>
    public static void Xml(byte[] file, string part)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var content = archive.GetEntry(part)!.Open();
        using var xml = XmlReader.Create(content);
        var letters = 0;
        while (xml.Read())
        {
            letters += xml.LocalName.Length + (xml.HasValue ? xml.Value.Length : 0);
            while (xml.MoveToNextAttribute())
            {
                letters += xml.LocalName.Length + xml.Value.Length;
            }
        }
        if (letters == 0)
        {
            throw new InvalidOperationException("The part holds no text.");
        }
    }

    /// <summary>Has the library find every letter.</summary>
    public static void Pdf(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        if (pdf.GetPages().Sum(page => page.Letters.Count) == 0)
        {
            throw new InvalidOperationException("The file holds no letters.");
        }
    }
}
