using System.Globalization;
using System.Text;
using Azure.Data.Tables;

namespace ProgramReview.Functions.Storage;

/// <summary>Spreads a text over as many properties of a row as it needs: one property holds 32 K characters at most.</summary>
internal static class LongText
{
    private const int PartLength = 32_000;

    /// <summary>Writes the parts as <c>Name</c>, <c>Name1</c>, <c>Name2</c> and so on.</summary>
    public static void Write(TableEntity row, string name, string text)
    {
        var part = 0;
        var start = 0;
        do
        {
            var length = Math.Min(PartLength, text.Length - start);
            // Half a surrogate pair does not survive the way to the table.
            if (start + length < text.Length && char.IsHighSurrogate(text[start + length - 1]))
            {
                length--;
            }
            row[PartName(name, part++)] = text.Substring(start, length);
            start += length;
        } while (start < text.Length);
    }

    /// <summary>Reads all parts.</summary>
    public static string Read(TableEntity row, string name)
    {
        var text = new StringBuilder();
        for (var part = 0; row.GetString(PartName(name, part)) is { } next; part++)
        {
            text.Append(next);
        }
        return text.ToString();
    }

    private static string PartName(string name, int part) =>
        part == 0 ? name : name + part.ToString(CultureInfo.InvariantCulture);
}
