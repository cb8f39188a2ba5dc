namespace ProgramReview.Core.Checking.Text;

/// <summary>What people write where a number is asked for, or behind one.</summary>
internal static class NumberWords
{
    private static readonly HashSet<string> MissingWords =
    [
        .. new[]
        {
            "không có số liệu",
            "chưa có số liệu",
            "chưa có",
            "không có",
            "không rõ",
            "chưa rõ",
            "chưa tổng hợp",
            "đang tổng hợp",
            "đang cập nhật",
            "không thống kê",
            "không áp dụng",
            "không phát sinh",
            "kxđ",
            "không xác định",
            "n/a",
            "na",
            "none",
            "not available",
            "no data",
            "unknown",
            "not known",
            "not collected",
            "not applicable",
            "does not apply",
            "not available yet",
            "pending",
            "tbd",
            "x",
            "उपलब्ध नहीं",
            "अभी उपलब्ध नहीं",
            "ज्ञात नहीं",
            "आँकड़ा नहीं",
            "लागू नहीं",
            "एकत्र नहीं किया जाता",
        }.Select(Folding.Key),
    ];

    private static readonly HashSet<string> PreliminaryWords =
    [
        .. new[]
        {
            "sơ bộ",
            "số sơ bộ",
            "sb",
            "preliminary",
            "prel",
            "provisional",
            "प्रारंभिक",
            "अनंतिम",
        }.Select(Folding.Key),
    ];

    /// <summary>Whether folded words say that there is no figure.</summary>
    public static bool SayMissing(string key) => MissingWords.Contains(key);

    /// <summary>Whether a word behind a number says that it is preliminary.</summary>
    public static bool SayPreliminary(string text) => PreliminaryWords.Contains(Folding.Key(text));
}
