using System.Text;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading.Word;

/// <summary>Gathers the text of one paragraph and how it is set.</summary>
internal sealed class ParagraphText(int place, bool inTable)
{
    private readonly StringBuilder text = new();
    private readonly StringBuilder hints = new();
    private bool isWritten;
    private bool isBold = true;
    private bool isCapitals = true;

    /// <summary>How the paragraph is set.</summary>
    public ParagraphLook Look { get; set; } = ParagraphLook.Plain;

    /// <summary>The section that it is the marked heading of, or null.</summary>
    public string? Section { get; set; }

    /// <summary>The fonts of its letters.</summary>
    public FontTally Fonts { get; } = new();

    /// <summary>Whether anything can be seen in it.</summary>
    public bool IsEmpty => !isWritten && hints.Length == 0;

    /// <summary>The text of a paragraph that runs on into this one.</summary>
    public void Follow(ParagraphText before)
    {
        text.Append(before.text);
        hints.Append(before.hints);
        Fonts.Add(before.Fonts);
        (isWritten, isBold, isCapitals) = (before.isWritten, before.isBold, before.isCapitals);
        Section ??= before.Section;
    }

    /// <summary>A blank: a tab or a break.</summary>
    public void Blank() => text.Append(' ');

    /// <summary>More text.</summary>
    public void Append(string more, RunLook look, bool isHint)
    {
        if (isHint)
        {
            hints.Append(more);
            return;
        }
        text.Append(more);
        var letters = 0;
        var isSmall = false;
        foreach (var letter in more)
        {
            if (!LineText.IsBlank(letter) && letter != '\u00A0')
            {
                letters++;
                isSmall = isSmall || char.IsLower(letter);
            }
        }
        if (letters > 0)
        {
            isWritten = true;
            isBold &= look.IsBold == true;
            isCapitals &= look.IsCapitals == true || !isSmall;
            Fonts.Add(look.Font, letters);
        }
    }

    /// <summary>The line that it is, or null if nothing is to be read.</summary>
    /// <param name="set">How it is set, its style's say included.</param>
    /// <param name="number">Its automatic number, or empty.</param>
    public DocumentLine? ToLine(ParagraphLook set, string number)
    {
        var read = LineText.Of((isWritten ? text : hints).ToString());
        return read.Length == 0
            ? null
            : new DocumentLine(number.Length == 0 ? read : $"{number} {read}")
            {
                Paragraph = place,
                Level = set.Level is >= 0 and < 9 and var level ? level + 1 : null,
                Number = number.Length == 0 ? null : number,
                IsBold = isWritten && isBold,
                IsCapitals = isWritten && isCapitals && read.Any(char.IsLetter),
                IsCentred = set.IsCentred == true,
                InTable = inTable,
                IsHint = !isWritten,
                Section = Section,
                Font = Fonts.Main,
            };
    }
}
