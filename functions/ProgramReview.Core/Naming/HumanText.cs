using System.Globalization;
using System.Text;

namespace ProgramReview.Core.Naming;

/// <summary>What people type, made fit to be kept and shown: nothing in it is invisible, and nothing turns the text around it.</summary>
public static class HumanText
{
    // In Hindi they join letters or keep them apart; dropping them changes the word.
    private const int Joiner = 0x200D;
    private const int NonJoiner = 0x200C;

    /// <summary>The text without characters that show nothing, trimmed; empty if nothing remains to be seen.</summary>
    /// <param name="text">As it was sent.</param>
    /// <param name="lines">Whether it may have several lines.</param>
    public static string Clean(string? text, bool lines = false)
    {
        var kept = string.Concat(
                (text ?? "")
                    .ReplaceLineEndings("\n")
                    .Replace('\t', ' ')
                    .EnumerateRunes()
                    .Where(rune => IsText(rune) || (lines && rune.Value == '\n'))
            )
            .Normalize(NormalizationForm.FormC)
            .Trim();
        return IsBlank(kept) ? "" : kept;
    }

    /// <summary>Whether nothing of the text can be seen.</summary>
    public static bool IsBlank(string text) => !text.EnumerateRunes().Any(IsVisible);

    /// <summary>Whether every character of a text is text: no control, and nothing that is invisible or turns the text around it.</summary>
    public static bool IsFit(string text) => text.EnumerateRunes().All(IsText);

    /// <summary>The digits of every script as 0 to 9; the rest as it is.</summary>
    public static string WithPlainDigits(string text) =>
        string.Concat(
            text.EnumerateRunes()
                .Select(rune =>
                    Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber
                        ? ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture)
                        : rune.ToString()
                )
        );

    // A lone surrogate is read as U+FFFD. It and the code points that are no characters cannot be normalised.
    private static bool IsText(Rune rune) =>
        rune.Value is Joiner or NonJoiner
        || (
            rune != Rune.ReplacementChar
            && (rune.Value & 0xFFFE) != 0xFFFE
            && rune.Value is not (>= 0xFDD0 and <= 0xFDEF)
            && Rune.GetUnicodeCategory(rune)
                is not (
                    UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                )
        );

    // Letters that are drawn as nothing: Hangul fillers and the empty braille cell.
    private static bool IsVisible(Rune rune) =>
        IsText(rune)
        && !Rune.IsWhiteSpace(rune)
        && rune.Value is not (Joiner or NonJoiner or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800)
        && Rune.GetUnicodeCategory(rune)
            is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);
}
