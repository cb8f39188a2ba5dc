using System.Text.Json.Serialization;

namespace ProgramReview.Core.Checking.Reading;

/// <summary>One cell of a sheet.</summary>
/// <param name="Row">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Written">What it holds as it is stored, in NFC, cut at 1,000 letters; the error's name for an error.</param>
public sealed record SheetCell(int Row, int Column, SheetCellKind Kind, string Written)
{
    /// <summary>The number that it holds or its formula last gave; null for anything else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Number { get; init; }

    /// <summary>The format that a number is shown in, as it is written, or null for the general one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Format { get; init; }

    /// <summary>Whether a formula stands in it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsFormula { get; init; }

    /// <summary>Whether it is part of several cells made one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsMerged { get; init; }

    /// <summary>Whether its row or column is hidden.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsHidden { get; init; }

    /// <summary>The address as people read it, for example <c>F7</c>.</summary>
    [JsonIgnore]
    public string Address => $"{ColumnName(Column)}{Row}";

    /// <summary>The letters of a column; 27 is <c>AA</c>.</summary>
    public static string ColumnName(int column) =>
        column < 1
            ? ""
            : ColumnName((column - 1) / Letters) + (char)('A' + ((column - 1) % Letters));

    private const int Letters = 26;
}
