using ProgramReview.Core.Checking.Text;

namespace ProgramReview.Core.Checking.Outline;

/// <summary>Lines that stand where text is asked for and say nothing, and the line behind which no text is to be expected.</summary>
internal static class EmptyPhrase
{
    private static readonly HashSet<string> Phrases =
    [
        .. new[]
        {
            "không",
            "không có",
            "chưa có",
            "chưa có nội dung",
            "không có nội dung",
            "đang cập nhật",
            "đang bổ sung",
            "sẽ bổ sung",
            "sẽ cập nhật",
            "cập nhật sau",
            "bổ sung sau",
            "đang hoàn thiện",
            "nội dung",
            "none",
            "n/a",
            "na",
            "nil",
            "nothing",
            "no content",
            "not available",
            "tbd",
            "to be added",
            "to be updated",
            "to follow",
            "being updated",
            "updating",
            "pending",
            "कोई नहीं",
            "नहीं",
            "लागू नहीं",
            "उपलब्ध नहीं",
            "अद्यतन किया जा रहा है",
            "बाद में जोड़ा जाएगा",
        }.Select(Folding.Key),
    ];

    private static readonly string[] Feet =
    [
        .. new[] { "Nơi nhận", "Recipients", "प्राप्तकर्ता" }.Select(Folding.Key),
    ];

    /// <summary>Whether a line says nothing: no letter, or a phrase that stands for what is to come.</summary>
    public static bool Is(string text)
    {
        var key = Folding.Key(text);
        return !key.Any(char.IsLetterOrDigit) || Phrases.Contains(key);
    }

    /// <summary>Whether a line begins the foot of a document.</summary>
    public static bool IsFoot(string text) => Feet.Contains(Folding.Key(text));
}
