namespace ProgramReview.Functions.Checking.Reading.Sheets;

/// <summary>A rectangle of cells, all numbers from 1.</summary>
internal readonly record struct CellRange(int Top, int Left, int Bottom, int Right);
