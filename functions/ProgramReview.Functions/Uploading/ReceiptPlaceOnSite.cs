namespace ProgramReview.Functions.Uploading;

/// <summary>A receipt as pages and programs are pointed to it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Page">The path of its sheet.</param>
public sealed record ReceiptPlaceOnSite(string Number, string Page)
{
    /// <summary>The path of the file to keep.</summary>
    public string File => $"{Page}/file";
}
