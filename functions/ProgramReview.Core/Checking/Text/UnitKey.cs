namespace ProgramReview.Core.Checking.Text;

/// <summary>Units made fit to be compared: a share of hundred is the same in words of each language and as a sign.</summary>
internal static class UnitKey
{
    private static readonly HashSet<string> Percent =
    [
        .. new[] { "phần trăm", "per cent", "percent", "pct", "tỷ lệ %", "प्रतिशत" }.Select(
            Folding.Key
        ),
    ];

    /// <summary>What is the same for the same unit.</summary>
    public static string Of(string unit)
    {
        var key = Folding.Key(unit);
        return Percent.Contains(key) ? "%" : key;
    }
}
