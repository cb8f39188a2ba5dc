using ProgramReview.Core.Checking.Text;

namespace ProgramReview.Core.Checking.Annex;

/// <summary>What people write above the columns that hold no values.</summary>
internal static class ColumnWords
{
    // Longer than any heading, it is a note.
    private const int MostWords = 8;

    private static readonly HashSet<string> Unit =
    [
        .. new[]
        {
            "Đơn vị tính",
            "ĐVT",
            "Đơn vị",
            "Unit",
            "Units",
            "Unit of measure",
            "मापन इकाई",
            "इकाई",
        }.Select(Folding.Key),
    ];

    private static readonly IReadOnlyList<string>[] Reason =
    [
        .. new[] { "lý do", "lí do", "reason", "कारण" }.Select(Folding.Words),
    ];

    private static readonly IReadOnlyList<string>[] Remark =
    [
        .. new[] { "ghi chú", "remark", "remarks", "note", "notes", "टिप्पणी" }.Select(
            Folding.Words
        ),
    ];

    /// <summary>Whether units stand below.</summary>
    public static bool SayUnit(string text) => Unit.Contains(Folding.Key(text));

    /// <summary>Whether reasons for what is missing stand below.</summary>
    public static bool SayReason(string text) => Say(text, Reason);

    /// <summary>Whether remarks stand below.</summary>
    public static bool SayRemark(string text) => Say(text, Remark);

    private static bool Say(string text, IReadOnlyList<string>[] phrases)
    {
        var words = Folding.Words(text);
        return words.Count <= MostWords && phrases.Any(phrase => WordSpan.Holds(words, phrase));
    }
}
