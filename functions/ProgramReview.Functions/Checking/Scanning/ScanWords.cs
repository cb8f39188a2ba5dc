using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Checking.Scanning;

/// <summary>What scanners say, as far as it is kept: they repeat what stands in hostile files.</summary>
internal static class ScanWords
{
    /// <summary>Visible letters only, and not too many; null if none are left.</summary>
    public static string? Cut(string? words)
    {
        var plain = new string([.. (words ?? "").Where(IsPlain).Take(ScanResult.MostWords)]).Trim();
        return plain.Length > 0 ? plain : null;
    }

    private static bool IsPlain(char letter) => letter is >= ' ' and <= '~';
}
