namespace ProgramReview.Functions.Checking.Reading;

/// <summary>Brings the text of a line into the one form that rules compare: NFC, a blank where there was any white space, none at its ends.</summary>
internal static class LineText
{
    /// <summary>The text so; empty if nothing can be seen.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return text;
        }
        var kept = new char[text.Length];
        var to = 0;
        var isComposed = true;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (IsBlank(letter))
            {
                if (to > 0 && kept[to - 1] != ' ')
                {
                    kept[to++] = ' ';
                }
            }
            else if (
                char.IsHighSurrogate(letter)
                && at + 1 < text.Length
                && char.IsLowSurrogate(text[at + 1])
            )
            {
                kept[to++] = letter;
                kept[to++] = text[++at];
                isComposed = false;
            }
            // A lone half of a pair is no letter, and nothing that is written down takes it.
            else if (
                !char.IsSurrogate(letter)
                && !char.IsControl(letter)
                && letter is not ('\uFEFF' or '\uFFFE' or '\uFFFF')
            )
            {
                kept[to++] = letter;
                isComposed &= IsComposed(letter);
            }
        }
        if (to > 0 && kept[to - 1] == ' ')
        {
            to--;
        }
        var read = new string(kept, 0, to);
        return isComposed ? read : read.Normalize();
    }

    /// <summary>Whether a letter is a blank; one that holds words together is none.</summary>
    public static bool IsBlank(char letter) =>
        letter is ' ' or (>= '\t' and <= '\r') || letter >= '\u2000' && char.IsWhiteSpace(letter);

    // What is written with these alone, as nearly all of Vietnamese, is in NFC.
    private static bool IsComposed(char letter) =>
        letter is < '\u0300' or (>= '\u1E00' and <= '\u1EFF') or (>= '\u2010' and <= '\u2027');
}
