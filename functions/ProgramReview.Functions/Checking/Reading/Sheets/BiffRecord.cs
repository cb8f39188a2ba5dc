namespace ProgramReview.Functions.Checking.Reading.Sheets;

/// <summary>One record of an xls (MS-XLS 2.1.4).</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Data">What it says.</param>
internal readonly record struct BiffRecord(ushort Kind, ReadOnlyMemory<byte> Data);
