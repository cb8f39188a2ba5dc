namespace ProgramReview.Functions.Receipts;

/// <summary>The key that new receipts are signed with, as receipts name it; never its private part.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Algorithm">The algorithm it signs with, as a JWS header names it.</param>
public sealed record SigningKey(string Id, string Algorithm);
