using System.Text;
using System.Xml;

namespace ProgramReview.Functions.Checking.Reading.Sheets;

/// <summary>The texts that cells of an xlsx share, each kept no longer than a cell's may be.</summary>
internal sealed class XlsxStrings(ReadingBudget budget)
{
    private const int MostLetters = 1_000;
    private readonly List<string> strings = [];

    /// <summary>The text of a number; a cell that names one that is not there is broken.</summary>
    public string this[int number] =>
        number >= 0 && number < strings.Count
            ? strings[number]
            : throw new InvalidDataException("A cell names a text that is not there.");

    /// <summary>Reads the part of shared texts.</summary>
    public void Read(BoundedXml xml)
    {
        while (xml.Read())
        {
            if (xml.At is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                var text = TextOf(xml);
                budget.Letters(text.Length);
                budget.Cell();
                strings.Add(text);
            }
        }
    }

    /// <summary>The text of the element it stands on: of its runs, without what tells how to speak it.</summary>
    public static string TextOf(BoundedXml xml)
    {
        var only = "";
        StringBuilder? all = null;
        foreach (var name in xml.Within())
        {
            switch (name)
            {
                case "t" when only.Length == 0:
                    only = Cut(xml.Text());
                    break;
                case "t":
                    all ??= new StringBuilder(only);
                    if (all.Length < MostLetters)
                    {
                        all.Append(xml.Text());
                    }
                    break;
                case "rPh":
                    xml.Skip();
                    break;
            }
        }
        return XlsxLetters.Of(all is null ? only : Cut(all.ToString()));
    }

    private static string Cut(string text) =>
        text.Length > MostLetters ? text[..MostLetters] : text;
}
