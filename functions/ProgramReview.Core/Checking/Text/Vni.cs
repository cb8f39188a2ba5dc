using System.Collections.Frozen;

namespace ProgramReview.Core.Checking.Text;

/// <summary>The letters of VNI for Windows, as they look when taken for Western European ones: most are a letter and its mark.</summary>
internal static class Vni
{
    // The mark as taken, and what it makes of the letter.
    private static readonly (string Base, string Marks, string Meant)[] Pairs =
    [
        ("a", "ùøûõï", "áàảãạ"),
        ("a", "êéèúüë", "ăắằẳẵặ"),
        ("a", "âáàåãä", "âấầẩẫậ"),
        ("e", "ùøûõï", "éèẻẽẹ"),
        ("e", "âáàåãä", "êếềểễệ"),
        ("o", "ùøûõï", "óòỏõọ"),
        ("o", "âáàåãä", "ôốồổỗộ"),
        ("ô", "ùøûõï", "ớờởỡợ"),
        ("u", "ùøûõï", "úùủũụ"),
        ("ö", "ùøûõï", "ứừửữự"),
        ("y", "ùøûõ", "ýỳỷỹ"),
    ];

    private static readonly FrozenDictionary<(char Base, char Mark), char> Marked = Pairs
        .SelectMany(row =>
            row.Marks.Zip(row.Meant)
                .SelectMany(pair =>
                    new[]
                    {
                        ((row.Base[0], pair.First), pair.Second),
                        (
                            (char.ToUpperInvariant(row.Base[0]), pair.First),
                            char.ToUpperInvariant(pair.Second)
                        ),
                        (
                            (char.ToUpperInvariant(row.Base[0]), char.ToUpperInvariant(pair.First)),
                            char.ToUpperInvariant(pair.Second)
                        ),
                    }
                )
        )
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    private static readonly FrozenDictionary<char, char> Alone = "ñôöíìæóòî"
        .Zip("đơưíìỉĩịỵ")
        .SelectMany(pair =>
            new[]
            {
                (pair.First, pair.Second),
                (char.ToUpperInvariant(pair.First), char.ToUpperInvariant(pair.Second)),
            }
        )
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    /// <summary>The text as it was meant.</summary>
    public static string Decode(string text)
    {
        var meant = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            // Two letters are read before one: a mark may also be a letter of its own.
            if (i + 1 < text.Length && Marked.TryGetValue((text[i], text[i + 1]), out var pair))
            {
                meant.Append(pair);
                i++;
            }
            else
            {
                meant.Append(Alone.GetValueOrDefault(text[i], text[i]));
            }
        }
        return meant.ToString();
    }
}
