using System.Text;

namespace ProgramReview.Functions.Mail;

/// <summary>A letter as plain text.</summary>
internal static class LetterText
{
    /// <summary>Lays the letter out.</summary>
    public static string Write(Letter letter)
    {
        var text = new StringBuilder();
        void Line(string line = "") => text.Append(line).Append('\n');

        Line(letter.Sender);
        Line();
        Line(letter.Greeting);
        Line();
        foreach (var paragraph in letter.Paragraphs)
        {
            Line(paragraph);
            Line();
        }

        if (letter.Quote is { Length: > 0 } quote)
        {
            foreach (var line in quote.ReplaceLineEndings("\n").Split('\n'))
            {
                Line($"> {line}");
            }

            Line();
        }

        foreach (var (label, value) in letter.Facts)
        {
            Line($"{label}: {value}");
        }

        foreach (var finding in letter.Findings)
        {
            Line($"- {finding}");
        }

        if (letter.Facts.Count + letter.Findings.Count > 0)
        {
            Line();
        }

        if (letter.Link is { } link)
        {
            Line($"{letter.Button}:");
            Line(link.AbsoluteUri);
            Line();
            if (letter.LinkCare is { } care)
            {
                Line(care);
                Line();
            }
        }

        Line("---");
        foreach (var line in letter.Contact)
        {
            Line(line);
        }

        return text.ToString();
    }
}
