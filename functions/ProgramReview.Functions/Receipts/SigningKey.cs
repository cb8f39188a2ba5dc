namespace ProgramReview.Functions.Receipts;

/// <summary>A key that signs, by name.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Algorithm">The algorithm it signs with, as a JWS header names it.</param>
public sealed record SigningKey(string Id, string Algorithm);
