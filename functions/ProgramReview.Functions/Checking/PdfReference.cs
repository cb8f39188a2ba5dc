namespace ProgramReview.Functions.Checking;

/// <summary>Points to an object of a PDF.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Generation">Its generation, as written.</param>
internal sealed record PdfReference(long Number, string Generation);
