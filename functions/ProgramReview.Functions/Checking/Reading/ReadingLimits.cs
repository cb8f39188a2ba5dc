namespace ProgramReview.Functions.Checking.Reading;

/// <summary>What the reading of one file may take at most; no honest report comes near.</summary>
public sealed record ReadingLimits
{
    /// <summary>The letters that are kept.</summary>
    public int Letters { get; init; } = 5_000_000;

    /// <summary>The cells that are kept.</summary>
    public int Cells { get; init; } = 1_000_000;

    /// <summary>How deep elements are nested.</summary>
    public int Depth { get; init; } = 256;

    /// <summary>The pages of a PDF.</summary>
    public int Pages { get; init; } = 5_000;

    /// <summary>The letters on one page of a PDF.</summary>
    public int PageLetters { get; init; } = 250_000;

    /// <summary>The bytes that say what one page of a PDF, or one form that it draws, looks like; unpacked.</summary>
    public long PageContent { get; init; } = 16 * 1024 * 1024;

    /// <summary>What one packed piece of a PDF unpacks to, and all of them together as often as they are unpacked.</summary>
    public (int One, long All) Unpacked { get; init; } = (64 * 1024 * 1024, 400L * 1024 * 1024);

    /// <summary>The time spent on it.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(20);
}
