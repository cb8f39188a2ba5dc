using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Forms;

/// <summary>The looks of the annex's cells, by their place in the list of <see cref="AnnexStyles"/>.</summary>
internal static class AnnexStyle
{
    /// <summary>As the program would have it.</summary>
    public const uint Plain = 0;

    /// <summary>The title of the sheet.</summary>
    public const uint Title = 1;

    /// <summary>A line of the sheet's head.</summary>
    public const uint Note = 2;

    /// <summary>A heading.</summary>
    public const uint Head = 3;

    /// <summary>What is asked, in words.</summary>
    public const uint Asked = 4;

    /// <summary>The number of a row.</summary>
    public const uint Ordinal = 5;

    /// <summary>What was known before, in words; also a cell with nothing in it.</summary>
    public const uint Known = 6;

    /// <summary>Where a mark is put.</summary>
    public const uint MarkEntry = 7;

    /// <summary>Where text is written; whatever it begins with, it is text.</summary>
    public const uint TextEntry = 8;

    /// <summary>How many there are without decimals.</summary>
    public const uint Count = 9;

    private const uint Numbers = Indicator.MostDecimals + 1;

    /// <summary>A number that is asked: the target.</summary>
    public static uint AskedNumber(int decimals) => Count + Place(decimals);

    /// <summary>A number that was known before.</summary>
    public static uint KnownNumber(int decimals) => Count + Numbers + Place(decimals);

    /// <summary>Where an actual value is written.</summary>
    public static uint ActualEntry(int decimals) => Count + (2 * Numbers) + Place(decimals);

    /// <summary>Where an estimate is written.</summary>
    public static uint EstimateEntry(int decimals) => Count + (3 * Numbers) + Place(decimals);

    private static uint Place(int decimals) =>
        (uint)Math.Clamp(decimals, 0, Indicator.MostDecimals);
}
