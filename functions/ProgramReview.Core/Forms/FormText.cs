using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Forms;

/// <summary>Texts of a plan as they may stand in a form: no document format takes every character, and none takes any length.</summary>
public static class FormText
{
    /// <summary>The longest text in a form, in UTF-16 units; a cell of a sheet could hold four times as much.</summary>
    public const int MaxLength = 8000;

    /// <summary>One line of text in which every character can be seen, cut where it would be too long.</summary>
    public static string Clean(string text)
    {
        var line = HumanText.Clean(text.ReplaceLineEndings(" "));
        if (line.Length <= MaxLength)
        {
            return line;
        }
        var end = MaxLength - 1;
        return $"{line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)]}…";
    }
}
